import { LRUCache } from 'lru-cache';
import { operations, type Operation } from '../contract/operations';
import { BASE_PATH } from '../cross-origin';
import { readParameters } from '../requests/read-parameters';

export type Asked = {
  /** The same for every way of writing the same request. */
  key: string;
  /** Whether a caller can think up any number of such keys that are all answered with a 200. */
  isFree: boolean;
};

/** What Node's and the router's readings of an address could differ about. */
const STRANGE = /[^\x21\x22\x24-\x7e]/;

const paths = operations.map((operation) => ({
  operation,
  pattern: new RegExp(`^${BASE_PATH}${operation.path.replace('.', '\\.').replace(/\{\w+\}/g, '([^/]+)')}$`),
}));

/** As they were written lately: to read an address takes longer than to answer it. */
const read = new LRUCache<string, Asked>({ max: 4_096 });
const LONGEST = 256;

/**
 * What a request asks of the contract, in its canonical form: path, slug and parameters as they are parsed, in one
 * order, with the defaults. Null for what is not the contract's or is wrong in itself.
 */
export function askedOf(url: string): Asked | null {
  const known = read.get(url);
  if (known) return known;
  const asked = canonical(url);
  if (asked && url.length <= LONGEST) read.set(url, asked);
  return asked;
}

function canonical(url: string): Asked | null {
  if (!url.startsWith(BASE_PATH) || STRANGE.test(url)) return null;
  const [path, querystring] = split(url);
  for (const { operation, pattern } of paths) {
    const [matches, slug] = pattern.exec(path) ?? [];
    if (matches !== undefined) return asked(operation, slug, querystring);
  }
  return null;
}

function asked({ path, parameters }: Operation, slug: string | undefined, querystring: string): Asked | null {
  try {
    const parsed = readParameters(querystring, parameters);
    const given = [...new URLSearchParams(querystring).keys()];
    return {
      key: JSON.stringify([path, slug && decodeURIComponent(slug), parsed]),
      isFree: given.some((name) => name !== 'locale'),
    };
  } catch {
    // A 400 or a 404: whoever answers it says why.
    return null;
  }
}

function split(url: string): [path: string, querystring: string] {
  const at = url.indexOf('?');
  return at === -1 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)];
}
