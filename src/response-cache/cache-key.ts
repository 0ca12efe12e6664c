import { LRUCache } from 'lru-cache';

export type CacheKey = {
  /** The same for every spelling of the same request. */
  key: string;
  /** Whether a caller can invent any number of such keys that are all answered with a 200. */
  isFree: boolean;
  /** Whether its answer is kept apart, so that a flood of such keys leaves the others where they are. */
  isApart: boolean;
  isCrossOrigin: boolean;
};

/** A route whose answers may be cached. */
export type CacheableRoute = {
  /** As the router has it: `/feeds/:slug.:format(rss|atom)`. */
  path: string;
  /**
   * The parameters of a query string in a canonical form; null for a request that is not answered with a 200. `isFree`
   * as in a key.
   */
  parameters(querystring: string): { canonical: unknown; isFree: boolean } | null;
  /** Whether scripts of other origins may read it. */
  isCrossOrigin: boolean;
  /** As in a key; not without it. */
  isApart?: boolean;
};

export type CacheKeys = (url: string) => CacheKey | null;

/** Characters that Node and the router could read differently. */
const AMBIGUOUS = /[^\x21\x22\x24-\x7e]/;

const MAX_KEPT_LENGTH = 256;

/**
 * The cache key of a request's address among these routes: the route, the values in its path, and the parameters as
 * they are parsed, in one order, with their defaults. Null for any other address and for an invalid one.
 */
export function createCacheKeys(routes: readonly CacheableRoute[]): CacheKeys {
  const compiled = routes.map((route) => ({ route, pattern: pathPattern(route.path) }));
  // Reading an address takes longer than answering it.
  const recent = new LRUCache<string, CacheKey>({ max: 4_096 });

  function read(url: string): CacheKey | null {
    if (AMBIGUOUS.test(url)) return null;
    const [path, querystring] = split(url);
    for (const { route, pattern } of compiled) {
      const [matches, ...values] = pattern.exec(path) ?? [];
      if (matches !== undefined) return keyOf(route, values, querystring);
    }
    return null;
  }

  return (url) => {
    const known = recent.get(url);
    if (known) return known;
    const key = read(url);
    if (key && url.length <= MAX_KEPT_LENGTH) recent.set(url, key);
    return key;
  };
}

function keyOf(route: CacheableRoute, values: string[], querystring: string): CacheKey | null {
  const parameters = route.parameters(querystring);
  if (!parameters) return null;
  try {
    const { canonical, isFree } = parameters;
    const key = JSON.stringify([route.path, values.map(decodeURIComponent), canonical]);
    return { key, isFree, isApart: route.isApart ?? false, isCrossOrigin: route.isCrossOrigin };
  } catch {
    // The router answers what cannot be decoded with a 400.
    return null;
  }
}

/** `/feeds/:slug.:format(rss|atom)` as an expression, with a group for each value. */
const pathPattern = (path: string): RegExp =>
  new RegExp(
    `^${path
      .replaceAll('.', '\\.')
      .replace(/:\w+\(([^)]*)\)/g, '($1)')
      .replace(/:\w+/g, '([^/]+?)')}$`,
  );

function split(url: string): [path: string, querystring: string] {
  const at = url.indexOf('?');
  return at === -1 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)];
}
