import { noRelationQueries } from './no-relation-queries';
import { canEditFiles } from './can-edit-files';
import { canReadDocuments } from './can-read-documents';
import { tokenCanWrite } from './token-can-write';

export default {
  'no-relation-queries': noRelationQueries,
  'can-edit-files': canEditFiles,
  'can-read-documents': canReadDocuments,
  'token-can-write': tokenCanWrite,
};
