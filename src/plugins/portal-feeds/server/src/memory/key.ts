import { LRUCache } from 'lru-cache';
import { operations, type Operation } from '../contract/operations';
import { BASE_PATH } from '../cross-origin';
import { readParameters } from '../requests/read-parameters';
import { syndicationPaths } from '../syndication/paths';

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

const feeds = syndicationPaths.map(({ path, parameters }) => ({
  path,
  parameters,
  pattern: new RegExp(
    `^${path
      .replaceAll('.', '\\.')
      .replace(/:\w+\(([^)]*)\)/, '($1)')
      .replace(/:\w+/, '([^/]+?)')}$`,
  ),
}));

/** As they were written lately: to read an address takes longer than to answer it. */
const read = new LRUCache<string, Asked>({ max: 4_096 });
const LONGEST = 256;

/**
 * What a request asks of the contract, its feeds and sitemaps among it, in its canonical form: path, slug and parameters as they are parsed, in one
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
  if (STRANGE.test(url)) return null;
  const [path, querystring] = split(url);
  if (!url.startsWith(BASE_PATH)) return askedOfFeed(path, querystring);
  for (const { operation, pattern } of paths) {
    const [matches, slug] = pattern.exec(path) ?? [];
    if (matches !== undefined) return asked(operation, slug, querystring);
  }
  return null;
}

/** A feed's links get decorated on their way: of its parameters only its own count. */
function askedOfFeed(address: string, querystring: string): Asked | null {
  for (const { path, parameters, pattern } of feeds) {
    const [matches, ...places] = pattern.exec(address) ?? [];
    if (matches === undefined) continue;
    const given = new URLSearchParams(querystring);
    const chosen = parameters.filter((name) => given.get(name) === 'true');
    try {
      return { key: JSON.stringify([path, places.map(decodeURIComponent), chosen]), isFree: false };
    } catch {
      // What does not decode is a 400: whoever answers it says so.
      return null;
    }
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
