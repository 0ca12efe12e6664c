import { asksForNoFiles } from './asks-for-no-files';
import { editsFiles } from './edits-files';
import { seesDocuments } from './sees-documents';
import { tokenWrites } from './token-writes';

export default {
  'asks-for-no-files': asksForNoFiles,
  'edits-files': editsFiles,
  'sees-documents': seesDocuments,
  'token-writes': tokenWrites,
};
