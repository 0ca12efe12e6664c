import fc from 'fast-check';
import { headers, method, origin } from './hostile-requests';
import { FOREIGN_HOST, foreignName, hostileValue, MARKUP } from './hostile-values';
import type { Attacked } from './newsroom-under-attack';
import type { RawRequest } from './raw-request';

type Header = readonly [name: string, value: string];
type Content = { type: string; body: string };

/** A request of somebody who is not signed in; `route` is the one that it is made for, as the router has it. */
export type SignInRequest = RawRequest & { route: string };

type Known = Pick<Attacked, 'hidden' | 'secrets'> & { emails: string[] };

const BOUNDARY = 'ranh-gioi';

/** As bytes: a character for each. */
const bytes = (text: string) => Buffer.from(text).toString('latin1');

const part = (disposition: string, content: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;

const multipartBody = fc
  .tuple(
    fc.array(
      fc.oneof(
        fc
          .tuple(
            fc.constantFrom('files', 'file', '__proto__', '', 'files[0]', MARKUP),
            fc.constantFrom('a.png', '../../x.html', `${'ồ'.repeat(200)}.pdf`, 'a\0b.png', ''),
            fc.constantFrom(
              '%PDF-1.7\n%%EOF\n',
              '<script>alert(9920)</script>',
              '\x89PNG\r\n\x1a\n',
              'x'.repeat(70_000),
              '',
            ),
          )
          .map(([name, file, content]) => part(`name="${name}"; filename="${bytes(file)}"`, content)),
        fc
          .tuple(
            fc.constantFrom('fileInfo', 'ref', 'refId', 'field', 'path', 'email', 'constructor'),
            fc.constantFrom('{"name":', '{"folder":1}', 'plugin::newsroom.article', '1', 'x'.repeat(70_000)),
          )
          .map(([name, value]) => part(`name="${name}"`, value)),
      ),
      { maxLength: 4 },
    ),
    fc.constantFrom(`--${BOUNDARY}--\r\n`, '', `--${BOUNDARY}`, '--khac--\r\n', `${'x'.repeat(5_000)}`),
  )
  .map(([parts, end]): Content => ({ type: `multipart/form-data; boundary=${BOUNDARY}`, body: parts.join('') + end }));

/** A value of a field of JSON. */
const anyValue = fc.oneof(
  fc.constantFrom<unknown[]>(
    ...[null, true, 0, -1, 1e308, '', 'a\0b', '\ud800', 'ế'.normalize('NFD'), MARKUP, `https://${FOREIGN_HOST}/`],
    ...[{ $ne: '' }, { $startsWith: 'a' }, ['a'], [], {}, { $or: [{}] }, 'x'.repeat(300), '\u0301'.repeat(1_500)],
    ...['%', '_', "' OR 1=1 --", '../../etc/passwd', 'true', '1'],
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** What the routes that open a session read. */
const OWN_FIELDS: Readonly<Record<string, string[]>> = {
  'POST /admin/login': ['email', 'password'],
  'POST /admin/register-admin': ['email', 'password', 'firstname'],
  'POST /admin/register': ['registrationToken', 'userInfo'],
  'POST /admin/forgot-password': ['email'],
  'POST /admin/reset-password': ['resetPasswordToken', 'password'],
};

const pick = (all: Record<string, unknown>, names: string[]) =>
  Object.fromEntries(names.map((name) => [name, all[name]]));

/** A body of JSON: the fields of the route, mostly with their own types, and those of others. */
function jsonBody(route: string, { emails, hidden, secrets }: Known): fc.Arbitrary<Content> {
  const known = fc.constantFrom(...emails, ...emails.map((one) => one.toUpperCase()), 'ai-do@example.com');
  const token = fc.constantFrom(...secrets.stored, 'a'.repeat(40), ...hidden.ids);
  const field = (own: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: 3, arbitrary: own }, { weight: 2, arbitrary: anyValue });
  const password = field(fc.constantFrom('Aa1-mat-khau-sai', 'x'.repeat(72)));
  const fields = {
    email: field(known),
    password,
    registrationToken: field(token),
    resetPasswordToken: field(token),
    firstname: field(fc.constant('Mới')),
    userInfo: field(fc.record({ firstname: fc.constant('Mới'), password })),
    deviceId: field(fc.uuid()),
    rememberMe: field(fc.boolean()),
    title: anyValue,
    data: anyValue,
    documentIds: anyValue,
    contentTypeUID: field(fc.constantFrom('plugin::newsroom.article', 'admin::user')),
    permissions: anyValue,
    isActive: field(fc.constant(true)),
    roles: field(fc.constant([1])),
    csv: anyValue,
    id: anyValue,
    __proto__x: anyValue,
  };
  const own = OWN_FIELDS[route] ?? [];
  return fc
    .oneof(
      { weight: 3, arbitrary: fc.record(fields).map((all) => pick(all, own)) },
      { weight: 2, arbitrary: fc.record(fields, { requiredKeys: [] }) },
      { weight: 1, arbitrary: anyValue },
    )
    .map((data) => ({
      type: 'application/json',
      body: bytes(JSON.stringify(data).replace('__proto__x', '__proto__')),
    }));
}

const brokenBody: fc.Arbitrary<Content> = fc.record({
  type: fc.constantFrom(
    'application/json',
    'application/json; charset=utf-16',
    'application/vnd.api+json',
    'application/x-www-form-urlencoded',
    'text/plain',
    'multipart/form-data',
    'multipart/mixed; boundary=x',
    'application/octet-stream',
    MARKUP,
    '',
  ),
  body: fc.constantFrom(
    '{"email":',
    `{"email":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
    '"',
    '\xff\xfe\x00',
    'email=a&email=b&password[$ne]=',
    `${'a=1&'.repeat(3_000)}`,
    JSON.stringify({ email: 'x'.repeat(300_000) }),
    '--x\r\n\r\nabc',
  ),
});

const coding = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Header[]>([]) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('gzip', 'br', 'deflate', 'zstd', 'identity', 'x')
      .map((value): Header[] => [['Content-Encoding', value]]),
  },
);

/** What the database keeps of tokens and passwords, as if it were one; and tokens that nobody signed. */
const credentials = ({ secrets }: Known): fc.Arbitrary<Header[]> => {
  const [session = ''] = secrets.open;
  const [, payload] = session.split('.');
  const unsigned = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${payload}.`;
  const forged = [unsigned, `${session.slice(0, -2)}xx`, ...secrets.stored, 'x'];
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant<Header[]>([]) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(...forged).map((token): Header[] => [['Authorization', `Bearer ${token}`]]),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...forged).map((token): Header[] => [['Cookie', `strapi_admin_refresh=${token}`]]),
    },
  );
};

const parameter = ({ hidden }: Known) =>
  fc.oneof(
    fc.constantFrom('1', '0', '-1', 'NaN', '1e400', '99999999999999', ...hidden.ids, ...hidden.never),
    fc.constantFrom(
      'plugin::newsroom.article',
      'admin::user',
      'plugin::upload.file',
      '__proto__',
      '..',
      '%2e%2e',
      '%00',
    ),
    hostileValue.map((value) => value.replace(/[?#/]/g, encodeURIComponent) || '%20'),
  );

const query = ({ secrets }: Known) =>
  fc
    .array(
      fc.oneof(
        fc.tuple(foreignName, hostileValue),
        fc.tuple(fc.constantFrom('registrationToken', 'id', 'locale', 'documentId'), hostileValue),
        fc.tuple(fc.constant('registrationToken'), fc.constantFrom(...secrets.stored.map(encodeURIComponent))),
      ),
      { maxLength: 3 },
    )
    .map((pairs) => (pairs.length > 0 ? `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}` : ''));

/**
 * Any request of somebody who is not signed in to one of these routes.
 *
 * @param routes `POST /admin/login`, `GET /admin/users/:id`
 */
export function signInRequest(routes: readonly string[], known: Known): fc.Arbitrary<SignInRequest> {
  const contentFor = (route: string) =>
    fc.oneof(
      { weight: 4, arbitrary: jsonBody(route, known) },
      { weight: 2, arbitrary: multipartBody },
      { weight: 1, arbitrary: brokenBody },
      { weight: 1, arbitrary: fc.constant<Content>({ type: '', body: '' }) },
    );
  const anyRoute = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...Object.keys(OWN_FIELDS), 'POST /admin/access-token') },
    { weight: 3, arbitrary: fc.constantFrom(...routes) },
  );
  const filled = anyRoute.chain((route) => {
    const [own, path = ''] = route.split(' ') as [string, string];
    const names = path.match(/:\w+\*?/g) ?? [];
    return fc.record({
      route: fc.constant(route),
      path: fc
        .tuple(...names.map(() => parameter(known)))
        .map((values) => values.reduce((text, value) => text.replace(/:\w+\*?/, () => value), path)),
      method: fc.oneof({ weight: 7, arbitrary: fc.constant(own) }, { weight: 1, arbitrary: method }),
      content: contentFor(route),
    });
  });
  return fc
    .record({ filled, origin, query: query(known), coding, credentials: credentials(known), headers })
    .map(({ filled: { route, path, method: verb, content }, ...rest }) => {
      const { type, body } = content;
      const own: Header[] = [...rest.credentials, ...rest.coding, ...(type ? [['Content-Type', type] as const] : [])];
      const given = new Set(own.map(([name]) => name.toLowerCase()));
      const sent = verb === 'GET' || verb === 'HEAD' ? '' : body;
      return {
        route,
        method: verb,
        target: rest.origin + path + rest.query,
        headers: [...own, ...rest.headers.filter(([name]) => !given.has(name.toLowerCase()))],
        body: sent,
      };
    });
}
