import fc from 'fast-check';
import { BASE, contractPaths, type ContractPath, type ParameterKind } from './contract-paths';
import { FOREIGN_HOST, foreignName, hostileValue, MARKUP } from './hostile-values';
import type { Attacked } from './newsroom-under-attack';
import type { RawRequest } from './raw-request';
import { syndicationPaths } from './syndication-paths';

export type HostileRequest = RawRequest & { path: string };

type Known = Pick<Attacked, 'visible' | 'hidden'> & { cursors: string[] };

/** A day that the directory may be asked for: `at` ahead of today shows what stands on that day. */
const day = fc.oneof(
  fc.constantFrom('2021-02-19', '1999-12-31', '2024-02-29', '0001-01-01', '9999-12-31'),
  fc.integer({ min: -40, max: 40 }).map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)),
);

function validValue(kind: ParameterKind, { visible, hidden, cursors }: Known): fc.Arbitrary<string> {
  const slugs = [...Object.values(visible).flat(), ...hidden.never, ...hidden.gone, ...hidden.ids];
  const kinds: Record<ParameterKind, fc.Arbitrary<string>> = {
    locale: fc.constantFrom('vi', 'en', 'en', 'fr', 'vi-VN', 'VI'),
    slug: fc.constantFrom(...slugs),
    day,
    limit: fc.constantFrom('1', '2', '50', '20'),
    cursor: forged(cursors),
    flag: fc.constantFrom('true', 'false', '1', 'TRUE'),
    address: fc.constantFrom(...slugs, ...slugs.map((slug) => `/tin-tuc/${slug}`), '/cu/chua-den.aspx'),
    text: fc.constantFrom(...slugs),
  };
  return kinds[kind];
}

/** Cursors as given, of another list, cut short, changed in a character, or signed by nobody. */
function forged(cursors: string[]): fc.Arbitrary<string> {
  const given = fc.constantFrom(...cursors);
  const changed = fc.tuple(given, fc.nat(), fc.constantFrom('A', '-', '.', '')).map(([cursor, at, by]) => {
    const place = at % cursor.length;
    return cursor.slice(0, place) + by + cursor.slice(place + 1);
  });
  const cut = fc.tuple(given, fc.nat()).map(([cursor, length]) => cursor.slice(0, length % cursor.length));
  const invented = fc.json().map((json) => `${Buffer.from(json).toString('base64url')}.${'A'.repeat(22)}`);
  return fc.oneof(given, changed, cut, invented);
}

/** A query that the contract accepts, or refuses for its value alone. */
export function plainQuery({ parameters }: ContractPath, known: Known): fc.Arbitrary<string> {
  const pairs = Object.entries(parameters).map(([name, kind]) =>
    validValue(kind, known).map((text) => `${name}=${text}`),
  );
  return someOf(pairs, 4).map((given) => (given.length > 0 ? `?${given.join('&')}` : ''));
}

const nameOf = (pair: string) => pair.split('=')[0];

/** A few of the pairs, none of one name twice; none where the path takes no parameters. */
const someOf = (pairs: fc.Arbitrary<string>[], maxLength: number): fc.Arbitrary<string[]> =>
  pairs.length > 0 ? fc.uniqueArray(fc.oneof(...pairs), { maxLength, selector: nameOf }) : fc.constant([]);

/** The query of a request: mostly as the contract has it, else with something that is not the contract's. */
function queryOf({ parameters }: ContractPath, known: Known): fc.Arbitrary<string> {
  const named = (values: (kind: ParameterKind) => fc.Arbitrary<string>) =>
    Object.entries(parameters).map(([name, kind]) => values(kind).map((text) => `${name}=${text}`));
  const valid = named((kind) => validValue(kind, known));
  const own = [...valid, ...named(() => hostileValue)];
  const foreign = fc.tuple(foreignName, hostileValue).map(([name, value]) => `${name}=${value}`);
  const some = someOf(own, 4);
  return fc
    .oneof(
      { weight: 6, arbitrary: someOf(valid, 3) },
      { weight: 3, arbitrary: some },
      { weight: 2, arbitrary: fc.tuple(some, foreign).map(([pairs, more]) => [...pairs, more]) },
      { weight: 1, arbitrary: fc.array(fc.oneof(foreign, ...own), { maxLength: 4 }) },
    )
    .map((pairs) => (pairs.length > 0 ? `?${pairs.join('&')}` : ''));
}

/** What may stand for a slug in the path: existing ones, hidden ones, hostile ones, and paths that are not paths. */
function slugOf(path: ContractPath, known: Known): fc.Arbitrary<string> {
  const { visible, hidden } = known;
  const own = path.slug ? visible[path.slug] : [];
  return fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...own, 'khong-bao-gio-co') },
    {
      weight: 5,
      arbitrary: fc.oneof(fc.constantFrom(...hidden.gone), fc.constantFrom(...hidden.never, ...hidden.ids)),
    },
    { weight: 3, arbitrary: hostileValue.map((value) => value.replace(/[?#/]/g, encodeURIComponent) || '%20') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '..',
        '.',
        '%2e%2e',
        'a%2fb',
        '%2f',
        'a%5cb',
        'a/../b',
        'a/%ff',
        'bai-1/',
        'dia-chi-cu/',
        '%2e%2e%2f%2e%2e%2f.env',
        'BAI-1',
      ),
    },
  );
}

const headerValue = (text: string) => Buffer.from(text.replace(/[\r\n\0]/g, ' ')).toString('latin1');

const hostileHeader: fc.Arbitrary<readonly [string, string]> = fc
  .oneof(
    fc.tuple(
      fc.constant('If-None-Match'),
      fc.constantFrom('*', '""', `"${'x'.repeat(10_000)}"`, '"a",'.repeat(2_000), 'W/"x"', ',', MARKUP),
    ),
    fc.tuple(
      fc.constant('Accept-Encoding'),
      fc.constantFrom('identity', 'gzip', 'br', 'zstd', 'gzip;q=0, *;q=0', 'rac', 'gzip;q=1e309', '*'),
    ),
    fc.tuple(fc.constant('Host'), fc.constantFrom(FOREIGN_HOST, `${FOREIGN_HOST}:99999`, '', MARKUP, '[::1', 'a b')),
    fc.tuple(
      fc.constantFrom(
        'X-Forwarded-Host',
        'X-Forwarded-For',
        'X-Forwarded-Proto',
        'Forwarded',
        'X-Original-URL',
        'X-Rewrite-URL',
        'X-Real-IP',
        'X-HTTP-Method-Override',
        'Referer',
        'X-Forwarded-Prefix',
      ),
      fc.constantFrom(
        FOREIGN_HOST,
        `https://${FOREIGN_HOST}/`,
        'DELETE',
        '/admin/users',
        `host=${FOREIGN_HOST}`,
        MARKUP,
      ),
    ),
    fc.tuple(fc.constant('Origin'), fc.constantFrom(`https://${FOREIGN_HOST}`, 'null', '*', MARKUP)),
    fc.tuple(fc.constant('Range'), fc.constantFrom('bytes=0-0', 'bytes=5-2', 'bytes=-1', 'bytes=0-,1-,2-', 'items=1')),
    fc.tuple(
      fc.constant('Cookie'),
      fc.constantFrom('strapi_admin_refresh=x', 'koa.sess=e30=; koa.sess.sig=x', 'jwtToken=null', '=;='),
    ),
    fc.tuple(
      fc.constant('Authorization'),
      fc.constantFrom(
        'Bearer x',
        'Bearer null',
        'Bearer eyJhbGciOiJub25lIn0.eyJpZCI6MX0.',
        'Basic YTpi',
        'Bearer',
        `Bearer ${'a'.repeat(5_000)}`,
      ),
    ),
    fc.tuple(fc.constant('Accept'), fc.constantFrom('text/html', 'application/xml;q=1', '*/*', 'x', 'image/*;q=2')),
    fc.tuple(
      fc.constant('Content-Type'),
      fc.constantFrom('application/json', 'multipart/form-data', 'text/xml', 'x', 'application/json; charset=utf-7'),
    ),
    fc.constantFrom(
      ['Expect', '100-continue'],
      ['Upgrade', 'websocket'],
      ['TE', 'trailers'],
      ['Max-Forwards', '0'],
      ['Cache-Control', 'no-cache'],
      ['If-Modified-Since', 'x'],
    ),
    fc.tuple(fc.constant('X-Any'), fc.string({ unit: 'binary', maxLength: 50 })),
  )
  .map(([name, value]) => [name, headerValue(value)] as const);

export const headers = fc.uniqueArray(hostileHeader, { maxLength: 3, selector: ([name]) => name.toLowerCase() });

export const method = fc.oneof(
  { weight: 8, arbitrary: fc.constant('GET') },
  { weight: 2, arbitrary: fc.constant('HEAD') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('OPTIONS', 'TRACE', 'PUT', 'POST', 'DELETE', 'PATCH', 'PROPFIND', 'QUERY', 'PURGE'),
  },
);

const requestBody = fc.oneof(
  { weight: 6, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '{',
      '{"data":{"__proto__":{"x":1}}}',
      '\0\xff',
      'a=1&a=2',
      '--x\r\n\r\n',
      'GET /admin HTTP/1.1\r\n\r\n',
    ),
  },
);

/** A request line may carry a whole address. */
export const origin = fc.oneof(
  { weight: 20, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constant(`http://${FOREIGN_HOST}`) },
);

const anyPath = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...contractPaths) },
  { weight: 1, arbitrary: fc.constantFrom(...syndicationPaths) },
);

/** Any request that a stranger may send to a path of the contract, a feed or a sitemap. */
export const hostileRequest = (known: Known): fc.Arbitrary<HostileRequest> =>
  anyPath.chain((of) =>
    fc
      .record({ origin, slug: slugOf(of, known), query: queryOf(of, known), method, headers, body: requestBody })
      .map(({ origin, slug, query, ...rest }) => ({
        ...rest,
        path: of.path,
        target: origin + (of.base ?? BASE) + of.path.replace(':slug', () => slug) + query,
      })),
  );
