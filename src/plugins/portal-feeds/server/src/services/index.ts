import reader from './reader';

export default { reader };
