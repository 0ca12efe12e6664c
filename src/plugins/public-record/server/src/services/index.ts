import answers from './answers';
import downloads from './downloads';
import directiveImport from './import';
import reports from './reports';

export default { answers, downloads, import: directiveImport, reports };
