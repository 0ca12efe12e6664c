import answers from './answers';

export default { answers };
