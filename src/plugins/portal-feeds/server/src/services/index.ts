import drafts from './drafts';
import reader from './reader';
import resolver from './resolver';

export default { drafts, reader, resolver };
