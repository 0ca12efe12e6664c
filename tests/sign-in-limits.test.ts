import { createHash } from 'node:crypto';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { cleanUp, freshSettings, NewsroomProcess, script } from './helpers/newsroom-process';
import { PASSWORD, post, signIn } from './helpers/sign-in';

const LAN = 'lan@example.vn';
const NOBODY = 'khong-co@example.vn';
const TRUSTED_PROXIES = '127.0.0.1,::1';

type Refused = { ip: string; email: string; refused?: number; hour?: string };

/** Two nodes behind a proxy: one in this process, one in production. */
describe('sign-ins through a proxy to two nodes', () => {
  let newsroom: Newsroom;
  let other: string;

  beforeAll(async () => {
    newsroom = await startNewsroom(undefined, { environment: { TRUSTED_PROXIES } });
    const email = newsroom.strapi.plugin('email') as unknown as { provider: { send(): Promise<void> } };
    email.provider.send = async () => undefined;
    const started = await newNode();
    await started.process.says('đang phục vụ');
    other = started.url;
    await signIn(newsroom, 'desk-reporter', LAN);
  }, 180_000);
  afterAll(async () => {
    await cleanUp();
    await newsroom.stop();
  });
  beforeEach(() => newsroom.sql('DELETE FROM desk.attempts'));

  async function newNode(also: Record<string, string> = {}) {
    const { DATABASE_URL = '' } = process.env;
    const settings = await freshSettings({ DATABASE_URL, HOST: '127.0.0.1', TRUSTED_PROXIES, ...also });
    const environment = { ...process.env, ...settings, NODE_ENV: 'production' };
    const url = `http://127.0.0.1:${settings.PORT}`;
    return { url, process: new NewsroomProcess(script('serve.mjs'), environment as never) };
  }

  const send = (path: string, data: unknown, from: string, { url = newsroom.url, cookie = '' } = {}) =>
    fetch(url + path, post(data, { 'X-Forwarded-For': from, ...(cookie && { Cookie: cookie }) }));
  const attempt = (email: string, from: string, { password = 'Sai-1', ...to }: Attempt = {}) =>
    send('/admin/login', { email, password }, from, to);
  type Attempt = { url?: string; cookie?: string; password?: string };

  const times = <Result>(count: number, what: (index: number) => Result) =>
    Array.from({ length: count }, (_, n) => what(n));
  const statuses = async (answers: Promise<Response>[]) =>
    (await Promise.all(answers)).map(({ status }) => status).sort();
  const node = (index: number) => (index % 2 ? other : newsroom.url);
  const keyOf = (email: string) => createHash('sha256').update(email).digest('base64url');
  const right = { password: PASSWORD };

  const browserOf = async (email: string, from: string): Promise<string> => {
    const answer = await attempt(email, from, right);
    expect(answer.status).toBe(200);
    return answer.headers
      .getSetCookie()
      .find((one) => one.startsWith('desk_known_browser='))!
      .split(';')[0]!;
  };

  it.each([LAN, NOBODY])('are limited by account and network on all nodes, account or not: %s', async (email) => {
    const tries = times(12, (index) =>
      attempt(index % 3 ? email : email.toUpperCase(), '203.0.113.1', { url: node(index) }),
    );
    expect(await statuses(tries)).toEqual([...Array(10).fill(400), 429, 429]);
    const late = await attempt(email, '203.0.113.1', right);
    expect([late.status, Number(late.headers.get('retry-after'))]).toEqual([429, expect.any(Number)]);
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(14 * 60);
    expect(await late.json()).toMatchObject({
      error: { name: 'RateLimitError', message: 'Bạn đã thử quá nhiều lần. Hãy thử lại sau 15 phút.' },
    });
    // An attacker does not lock the account itself.
    expect((await attempt(email, '203.0.113.2', right)).status).toBe(email === LAN ? 200 : 400);
    await newsroom.sql(`UPDATE desk.attempts SET ends_at = now() AT TIME ZONE 'UTC'`);
    expect((await attempt(email, '203.0.113.1', right)).status).toBe(email === LAN ? 200 : 400);
  });

  it('are refused alike, with and without an account', async () => {
    const answers = async (email: string, from: string) => {
      const said: unknown[] = [];
      for (let tries = 0; tries < 12; tries += 1) {
        const answer = await attempt(email, from);
        const headers = [...answer.headers].filter(([name]) => !['date', 'retry-after'].includes(name));
        said.push([answer.status, headers, await answer.text()]);
      }
      return said;
    };
    const known = await answers(LAN, '203.0.113.3');
    expect(known).toEqual(await answers(NOBODY, '203.0.113.4'));
    expect(JSON.stringify(known[0])).toContain('Địa chỉ e-mail hoặc mật khẩu không đúng.');
  });

  it('are limited by the network that the proxy saw, whatever the client wrote before it', async () => {
    const tries = times(51, (index) =>
      attempt(`ai-do-${index}@example.vn`, `198.51.100.${index}, 2001:db8:1:2::${index}`, { url: node(index) }),
    );
    expect(await statuses(tries)).toEqual([...Array(50).fill(400), 429]);
    expect((await attempt(LAN, '2001:db8:1:2:ffff::1', right)).status).toBe(429);
    expect((await attempt(LAN, '2001:db8:1:3::1', right)).status).toBe(200);
  }, 120_000);

  it('write nothing once a limit is used up', async () => {
    await statuses(times(12, () => attempt(NOBODY, '203.0.113.5')));
    const rows = () => newsroom.sql('SELECT * FROM desk.attempts ORDER BY key');
    const [before, audit] = [await rows(), await newsroom.sql('SELECT FROM desk.audit')];
    expect(await statuses(times(20, () => attempt(NOBODY, '203.0.113.5')))).toEqual(Array(20).fill(429));
    expect(await rows()).toEqual(before);
    expect(await newsroom.sql('SELECT FROM desk.audit')).toHaveLength(audit.length);
  });

  it('are limited for an account from everywhere, but not in a browser from which it signed in', async () => {
    const cookie = await browserOf(LAN, '203.0.113.6');
    await newsroom.sql(
      `INSERT INTO desk.attempts SELECT *, (now() AT TIME ZONE 'UTC') + interval '1 hour'
           FROM (VALUES ($1, 100), ($2, 50)) used_up
         ON CONFLICT (key) DO UPDATE SET tries = excluded.tries, ends_at = excluded.ends_at`,
      [`account ${keyOf(LAN)}`, 'network 203.0.113.6'],
    );
    expect((await attempt(LAN, '203.0.113.7', right)).status).toBe(429);
    expect((await attempt('khac@example.vn', '203.0.113.6')).status).toBe(429);
    for (const url of [newsroom.url, other]) {
      expect((await attempt(LAN, '203.0.113.6', { ...right, cookie, url })).status).toBe(200);
      expect((await attempt(LAN, '203.0.113.7', { ...right, cookie, url })).status).toBe(200);
    }
  });

  it('are limited in a known browser by itself, and its cookie is no other account’s', async () => {
    const cookie = await browserOf(LAN, '203.0.113.8');
    const forged = cookie.replace(/=.{8}/, '=00000000');
    expect(await statuses(times(11, () => attempt(LAN, '203.0.113.8', { cookie })))).toEqual([
      ...Array(10).fill(400),
      429,
    ]);
    expect((await attempt(LAN, '203.0.113.8', right)).status).toBe(200);
    for (const [email, fake] of [
      [NOBODY, cookie],
      [LAN, forged],
      [LAN, 'desk_known_browser=x'],
    ] as const) {
      await newsroom.sql('DELETE FROM desk.attempts');
      await statuses(times(11, () => attempt(email, '203.0.113.8', { cookie: fake })));
      expect((await attempt(email, '203.0.113.8')).status).toBe(429);
    }
  });

  it('do not count when they succeed', async () => {
    for (const index of times(25, (n) => n)) {
      expect((await attempt(LAN, '203.0.113.9', { ...right, url: node(index) })).status).toBe(200);
    }
    const rows = await newsroom.sql('SELECT key FROM desk.attempts WHERE tries > 0');
    expect(rows).toEqual([]);
  });

  it('are followed by limits of requests for another password, account or not', async () => {
    for (const email of [LAN, NOBODY]) {
      const asked = times(6, (index) => send('/admin/forgot-password', { email }, `203.0.113.1${index}`));
      expect(await statuses(asked)).toEqual([...Array(5).fill(204), 429]);
    }
    await newsroom.sql('DELETE FROM desk.attempts');
    const asked = times(51, (n) =>
      send('/admin/forgot-password', { email: `x${n}@example.vn` }, '203.0.113.20', { url: node(n) }),
    );
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(50).fill(204), 429]);
    const refused = answers.find(({ status }) => status === 429)!;
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(59 * 60);
    expect(await refused.text()).toContain('Bạn đã thử quá nhiều lần. Hãy thử lại sau 60 phút.');
  });

  it('are joined by limits of links that do not exist, and not of those that do', async () => {
    const role = await newsroom.strapi.db.query('admin::role').findOne({ where: { code: 'desk-reporter' } });
    const users = newsroom.strapi.service('admin::user');
    const { registrationToken } = await users.create({ email: 'moi@example.vn', firstname: 'Mới', roles: [role.id] });
    const info = (token: string, from: string) =>
      fetch(`${newsroom.url}/admin/registration-info?registrationToken=${token}`, {
        headers: { 'X-Forwarded-For': from },
      });
    const register = (password: string, token = registrationToken) =>
      send('/admin/register', { registrationToken: token, userInfo: { firstname: 'Mới', password } }, '203.0.113.30');

    expect((await info('khong-co', '203.0.113.30')).status).toBe(400);
    await newsroom.sql(`UPDATE desk.attempts SET tries = 49 WHERE key = 'links 203.0.113.30'`);
    for (const password of ['yeu', 'cung-yeu']) expect((await register(password)).status).toBe(400);
    expect((await info(registrationToken, '203.0.113.30')).status).toBe(200);
    expect((await register(PASSWORD, 'khong-co')).status).toBe(400);
    const token = { resetPasswordToken: 'khong-co', password: PASSWORD };
    for (const answer of [
      await register(PASSWORD),
      await info(registrationToken, '203.0.113.30'),
      await send('/admin/reset-password', token, '203.0.113.30'),
    ]) {
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^\d+$/)]);
    }
    expect((await send('/admin/reset-password', token, '203.0.113.31')).status).toBe(400);
    expect((await info(registrationToken, '203.0.113.31')).status).toBe(200);
  });

  describe('that are refused', () => {
    const audit = async (email: string): Promise<Refused[]> =>
      (
        await newsroom.sql(
          `SELECT after FROM desk.audit WHERE action = 'sign-in-refused' AND after ->> 'email' LIKE $1 ORDER BY id`,
          [email],
        )
      ).map(({ after }) => after as Refused);

    it('are counted: the audit has the first of an hour, and the count of a past one, once', async () => {
      await statuses(times(8, (index) => attempt('dem@example.vn', `2001:db8:5:6::${index}`)));
      const pair = { ip: '2001:db8:5:6::/64', email: 'dem@example.vn' };
      expect(await audit('dem@example.vn')).toEqual([pair]);
      await newsroom.sql(`UPDATE desk.refused_sign_ins SET hour = '2026-01-02 03:00' WHERE account = 'dem@example.vn'`);
      const nodes = await Promise.all([newNode(), newNode()]);
      await Promise.all(nodes.map(({ process }) => process.says('đang phục vụ')));
      expect(await audit('dem@example.vn')).toEqual([pair, { ...pair, refused: 8, hour: '2026-01-02T03:00:00Z' }]);
      expect(await newsroom.sql(`SELECT FROM desk.refused_sign_ins WHERE account = 'dem@example.vn'`)).toEqual([]);
    }, 120_000);

    it('are told apart for a number of pairs an hour, and are one row beyond', async () => {
      await newsroom.sql(
        `INSERT INTO desk.refused_sign_ins SELECT date_trunc('hour', now()), 'x' || n, '192.0.2.1', 1
           FROM generate_series(1, 249) n ON CONFLICT DO NOTHING`,
      );
      const before = await newsroom.sql('SELECT FROM desk.audit');
      await statuses(times(9, (index) => attempt(`nhieu-${index}@example.vn`, `203.0.113.${index}`)));
      expect(await audit('nhieu-%')).toEqual([]);
      expect(await audit('')).toEqual([{ ip: '', email: '' }]);
      expect(await newsroom.sql('SELECT FROM desk.audit')).toHaveLength(before.length + 1);
      expect(await newsroom.sql(`SELECT refused FROM desk.refused_sign_ins WHERE account = ''`)).toEqual([
        { refused: 9 },
      ]);
    });
  });

  it('and other requests without a session leave no row of the audit or of sessions', async () => {
    const rows = () =>
      newsroom.sql(`SELECT (SELECT count(*) FROM desk.audit) AS audit, (SELECT count(*) FROM desk.versions) AS versions,
        (SELECT count(*) FROM desk.previews) AS previews, (SELECT count(*) FROM strapi_sessions) AS sessions`);
    const before = await rows();
    for (const [method, path, body] of [
      ['POST', '/admin/login', { email: LAN }],
      ['POST', '/admin/forgot-password', { email: LAN }],
      ['POST', '/admin/reset-password', { resetPasswordToken: 'x', password: PASSWORD }],
      ['POST', '/admin/register', { registrationToken: 'x', userInfo: { firstname: 'A', password: PASSWORD } }],
      ['POST', '/admin/register-admin', { email: 'toi@example.vn', firstname: 'A', password: PASSWORD }],
      ['POST', '/admin/access-token', {}],
      ['POST', '/admin/logout', {}],
      ['POST', '/admin/users', { email: 'toi@example.vn' }],
      ['PUT', '/admin/roles/1/permissions', { permissions: [] }],
      ['POST', '/publishing-desk/invitations', { csv: 'x' }],
      ['POST', '/content-manager/collection-types/plugin::newsroom.article', { title: 'x' }],
      ['POST', '/api/upload', {}],
      ['GET', '/api/portal/v1/preview/00000000-0000-0000-0000-000000000000.x', undefined],
      ['GET', '/content-manager/preview/url/plugin::newsroom.article?documentId=x', undefined],
    ] as const) {
      const answer = await fetch(newsroom.url + path, { ...post(body), method, ...(!body && { body: null }) });
      // A request for another password answers alike, account or not.
      expect([path, answer.status]).toEqual([path, path.includes('forgot') ? 204 : expect.any(Number)]);
      expect(path.includes('forgot') || answer.status >= 400).toBe(true);
    }
    expect(await rows()).toEqual(before);
  });

  it('come over TLS where the trusted proxy says so: the cookies are Secure', async () => {
    const cookies = async (headers: Record<string, string>) => {
      const answer = await fetch(`${other}/admin/login`, post({ email: LAN, password: PASSWORD }, headers));
      expect(answer.status).toBe(200);
      return answer.headers.getSetCookie().filter((one) => /^(strapi_admin_refresh|desk_known_browser)=/.test(one));
    };
    const over = await cookies({ 'X-Forwarded-Proto': 'https' });
    expect(over).toEqual([expect.stringMatching(/; secure/i), expect.stringMatching(/; secure/i)]);
    for (const one of over) expect(one).toMatch(/; httponly/i);
    expect((await cookies({})).join()).not.toMatch(/; secure/i);
  });

  it('come from proxies that are addresses or networks: a node says what is wrong or missing', async () => {
    const wrong = await newNode({ TRUSTED_PROXIES: '10.0.0.0/8, proxy.example' });
    expect((await wrong.process.exited).code).not.toBe(0);
    expect(wrong.process.output).toContain('nhận được “10.0.0.0/8,proxy.example”');
    const missing = await newNode({ TRUSTED_PROXIES: '', PUBLIC_URL: 'https://tinh.example', LOG_LEVEL: 'warn' });
    await missing.process.says('đang phục vụ');
    expect(missing.process.output).toContain('chưa đặt TRUSTED_PROXIES');
    expect(await missing.process.end('SIGTERM')).toBe(0);
  }, 120_000);
});

describe('a newsroom that trusts another proxy', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom(undefined, { environment: { TRUSTED_PROXIES: '192.0.2.1' } });
  });
  afterAll(() => newsroom.stop());

  it('believes nobody else about the address or TLS of a request', async () => {
    await signIn(newsroom, 'desk-reporter', LAN);
    const forged = { 'X-Forwarded-For': '203.0.113.9', 'X-Forwarded-Proto': 'https' };
    const answer = await fetch(`${newsroom.url}/admin/login`, post({ email: LAN, password: PASSWORD }, forged));
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie().join()).not.toMatch(/; secure/i);
    const [said] = await newsroom.sql(
      `SELECT after ->> 'ip' AS ip FROM desk.audit WHERE action = 'sign-in' ORDER BY id DESC LIMIT 1`,
    );
    expect(said!.ip).toContain('127.0.0.1');
  });
});
