import drafts from './drafts';
import links from './links';
import reader from './reader';
import resolver from './resolver';

export default { drafts, links, reader, resolver };
