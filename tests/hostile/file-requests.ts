import fc from 'fast-check';
import { headers, method, origin } from './hostile-requests';
import type { RawRequest } from './raw-request';

/** Makes the query of a signed address at an instant, in milliseconds since 1970. */
export type Sign = (path: string, at: number) => string;

/** A way to write the address of a stored file, `/uploads/name.ext`. */
const WRITINGS: Readonly<Record<string, (path: string) => string>> = {
  plain: (path) => path,
  'an encoded letter': (path) => path.replace('/u', '/%75'),
  'an encoded slash': (path) => path.replace('uploads/', 'uploads%2F'),
  'an encoded dot': (path) => path.replace(/\.(\w+)$/, '%2E$1'),
  'encoded twice': (path) => path.replace('/u', '/%2575'),
  'every letter encoded': (path) =>
    `/uploads/${[...path.slice('/uploads/'.length)].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('')}`,
  'two slashes': (path) => `/${path}`,
  'two slashes inside': (path) => path.replace('uploads/', 'uploads//'),
  'a dot': (path) => path.replace('uploads/', 'uploads/./'),
  'an encoded dot folder': (path) => path.replace('uploads/', 'uploads/%2e/'),
  'up and down': (path) => path.replace('uploads/', 'uploads/../uploads/'),
  'up from another folder': (path) => `/assets/%2e%2e${path}`,
  'up from another folder, encoded': (path) => `/assets/..%2f${path.slice(1)}`,
  'from the panel': (path) => `/admin/..${path}`,
  'the folder in capitals': (path) => path.replace('uploads', 'UPLOADS'),
  'the name in capitals': (path) => path.replace(/[^/]+$/, (name) => name.toUpperCase()),
  NUL: (path) => `${path}%00`,
  'NUL and an ending': (path) => `${path}%00.png`,
  'a slash at the end': (path) => `${path}/`,
  'a backslash': (path) => path.replace('uploads/', 'uploads\\'),
  'an encoded backslash': (path) => path.replace('uploads/', 'uploads%5c'),
  'a parameter': (path) => `${path};x=1`,
  'a space': (path) => `${path}%20`,
  'a full stop': (path) => `${path}.`,
  'a broken byte': (path) => `${path}%ff`,
  'of the content API': (path) => `/api${path}`,
  'of the library': (path) => path.replace('uploads', 'upload/files'),
};

const MINUTE = 60_000;

const altered = (query: string) => query.slice(0, -1) + (query.endsWith('A') ? 'B' : 'A');

/** A query that is no signature for this path now, or none at all. */
const QUERIES: Readonly<Record<string, (path: string, sign: Sign) => string>> = {
  none: () => '',
  forged: () => `?signature=9999999999.${'a'.repeat(43)}`,
  'of no time': () => `?signature=${'a'.repeat(43)}`,
  expired: (path, sign) => sign(path, Date.now() - 3 * 24 * 60 * MINUTE),
  altered: (path, sign) => altered(sign(path, Date.now())),
  'of a later time': (path, sign) => sign(path, Date.now()).replace(/\d+/, (expiry) => String(Number(expiry) + 900)),
  'of another file': (_, sign) => sign('/uploads/tep-khac.png', Date.now()),
  'cut short': (path, sign) => sign(path, Date.now()).slice(0, -1),
  'a list': (path, sign) => sign(path, Date.now()).replace('signature', 'signature[]'),
  'an object': (path, sign) => sign(path, Date.now()).replace('signature', 'signature[a]'),
  twice: (path, sign) => `${sign(path, Date.now())}&${sign(path, Date.now()).slice(1)}`,
  'in capitals': (path, sign) => sign(path, Date.now()).replace('signature', 'Signature'),
  NUL: (path, sign) => `${sign(path, Date.now())}%00`,
  'of another name': (path, sign) => sign(path, Date.now()).replace('signature', 'token'),
};

const range = fc
  .constantFrom('bytes=0-9', 'bytes=99999999-', 'bytes=-99999999', 'bytes=1-1', 'bytes=0-1,3-4')
  .map((value) => ['Range', value] as const);
const sinceTomorrow = ['If-Modified-Since', new Date(Date.now() + 1_440 * MINUTE).toUTCString()] as const;

const fileHeaders = fc.oneof(
  { weight: 3, arbitrary: headers },
  { weight: 1, arbitrary: range.map((one) => [one]) },
  { weight: 1, arbitrary: fc.constantFrom([sinceTomorrow], [['If-None-Match', '*'] as const]) },
);

/** A request for a stored file, but for its address. */
export const fileRequest = fc.record({
  origin,
  writing: fc.oneof(
    { weight: 1, arbitrary: fc.constant('plain') },
    { weight: 3, arbitrary: fc.constantFrom(...Object.keys(WRITINGS)) },
  ),
  query: fc.oneof(
    { weight: 1, arbitrary: fc.constant('none') },
    { weight: 3, arbitrary: fc.constantFrom(...Object.keys(QUERIES)) },
  ),
  method,
  headers: fileHeaders,
});

type FileRequest = typeof fileRequest extends fc.Arbitrary<infer Request> ? Request : never;

export const requestFor = (path: string, asked: FileRequest, sign: Sign): RawRequest => ({
  method: asked.method,
  target: asked.origin + WRITINGS[asked.writing]!(path) + QUERIES[asked.query]!(path, sign),
  headers: asked.headers,
});

/** An address at which nothing is stored, as long as another one and of the same type. */
export const missingBeside = (path: string): string =>
  path.replace(/[^/]+(?=\.\w+$)/, (name) => 'x'.repeat(name.length));
