import { canEditFiles } from './can-edit-files';
import { canReadDocuments } from './can-read-documents';
import { noRelationQueries } from './no-relation-queries';
import { refuseUnknownRoute } from './refuse-unknown-route';
import { tokenCanWrite } from './token-can-write';

export default {
  'can-edit-files': canEditFiles,
  'can-read-documents': canReadDocuments,
  'no-relation-queries': noRelationQueries,
  'refuse-unknown-route': refuseUnknownRoute,
  'token-can-write': tokenCanWrite,
};
