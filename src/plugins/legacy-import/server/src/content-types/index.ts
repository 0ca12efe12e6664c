import importedPage from './imported-page/schema.json';
import importedPicture from './imported-picture/schema.json';

export default {
  'imported-page': { schema: importedPage },
  'imported-picture': { schema: importedPicture },
};
