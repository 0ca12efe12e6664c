import drafts from './drafts';
import links from './links';
import memory from './memory';
import reader from './reader';
import resolver from './resolver';

export default { drafts, links, memory, reader, resolver };
