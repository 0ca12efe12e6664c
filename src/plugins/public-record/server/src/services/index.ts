import answers from './answers';
import downloads from './downloads';
import directiveImport from './import';

export default { answers, downloads, import: directiveImport };
