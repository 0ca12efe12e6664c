import reader from './reader';
import resolver from './resolver';

export default { reader, resolver };
