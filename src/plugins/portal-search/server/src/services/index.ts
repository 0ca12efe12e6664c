import answers from './answers';
import documents from './documents';

export default { answers, documents };
