import links from './links';
import reader from './reader';
import resolver from './resolver';

export default { links, reader, resolver };
