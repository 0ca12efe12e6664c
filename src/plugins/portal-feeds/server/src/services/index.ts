import addresses from './addresses';
import answers from './answers';
import cache from './cache';
import drafts from './drafts';
import feeds from './feeds';
import formerAddress from './former-address';
import links from './links';
import lists from './lists';
import reader from './reader';
import registry from './registry';
import resolver from './resolver';

export default {
  addresses,
  answers,
  cache,
  drafts,
  feeds,
  'former-address': formerAddress,
  links,
  lists,
  reader,
  registry,
  resolver,
};
