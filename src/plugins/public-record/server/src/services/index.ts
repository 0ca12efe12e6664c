import answers from './answers';
import downloads from './downloads';
import directiveImport from './import';
import reportImport from './report-import';
import reports from './reports';

export default { answers, downloads, import: directiveImport, reportImport, reports };
