import answers from './answers';
import documents from './documents';
import matching from './matching';

export default { answers, documents, matching };
