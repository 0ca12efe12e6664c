import answers from './answers';
import directiveImport from './import';

export default { answers, import: directiveImport };
