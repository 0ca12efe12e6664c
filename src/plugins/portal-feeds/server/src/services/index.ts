import answers from './answers';
import cache from './cache';
import drafts from './drafts';
import feeds from './feeds';
import links from './links';
import reader from './reader';
import registry from './registry';
import resolver from './resolver';

export default { answers, cache, drafts, feeds, links, reader, registry, resolver };
