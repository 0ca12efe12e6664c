import answers from './answers';
import documents from './documents';
import matching from './matching';
import panel from './panel';

export default { answers, documents, matching, panel };
