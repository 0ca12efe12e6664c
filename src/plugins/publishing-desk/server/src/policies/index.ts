import { canEditFiles } from './can-edit-files';
import { canReadDocuments } from './can-read-documents';
import { canUpload } from './can-upload';
import { canWriteSlugs } from './can-write-slugs';
import { emptyLocale } from './empty-locale';
import { inDevelopment } from './in-development';
import { noRelationQueries, ownAttributes } from './no-relation-queries';
import { plainQuery } from './plain-query';
import { refuseRoute } from './refuse-route';
import { rowNumbers } from './row-numbers';
import { tokenCanWrite } from './token-can-write';
import { wellFormedBody } from './well-formed-body';

export default {
  'can-edit-files': canEditFiles,
  'can-read-documents': canReadDocuments,
  'can-upload': canUpload,
  'can-write-slugs': canWriteSlugs,
  'empty-locale': emptyLocale,
  'in-development': inDevelopment,
  'no-relation-queries': noRelationQueries,
  'own-attributes': ownAttributes,
  'plain-query': plainQuery,
  'refuse-route': refuseRoute,
  'row-numbers': rowNumbers,
  'token-can-write': tokenCanWrite,
  'well-formed-body': wellFormedBody,
};
