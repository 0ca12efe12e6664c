import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { body, paragraph } from '../helpers/content';
import { BASE } from './contract-paths';
import { CANARY } from './hidden-content';
import { FOREIGN_HOST, MARKUP } from './hostile-values';
import { watchLog } from './log-watch';
import { startAttackedNewsroom, type Attacked } from './newsroom-under-attack';
import { post, signIn, type Session } from '../helpers/sign-in';

const ARTICLES = '/content-manager/collection-types/plugin::newsroom.article';

/** Classes of Strapi’s past advisories, against the panel: its open routes, and what its accounts reach. */
describe('of the classes of past advisories, in the panel', () => {
  let attacked: Attacked;
  let administrator: Session;
  const url = () => attacked.newsroom.url;
  const get = (where: string, headers: Record<string, string> = {}) =>
    fetch(url() + where, { headers, redirect: 'manual' });

  beforeAll(async () => {
    attacked = await startAttackedNewsroom();
    watchLog(attacked.newsroom.strapi);
    administrator = await signIn(attacked.newsroom, 'strapi-super-admin', 'quan-tri@example.com');
  });
  afterAll(() => attacked.newsroom.stop());

  let editing: Promise<Session> | undefined;

  const editorSession = () => (editing ??= signIn(attacked.newsroom, 'strapi-editor', 'doc@example.com'));

  it.each([
    'registrationToken[$startsWith]=',
    'registrationToken[$ne]=x',
    'registrationToken[]=',
    'registrationToken=%25',
  ])('there is no true or false by the open routes of the panel (CVE-2023-22894): %s', async (query) => {
    const answer = await get(`/admin/registration-info?${query}${CANARY}`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toMatch(/example\.com|"firstname"/);
  });

  it('there is no true or false by those that take a body (CVE-2023-22894)', async () => {
    const password = 'Aa1-mat-khau-moi';
    for (const token of [{ $ne: null }, { $startsWith: CANARY }, [CANARY], true, '%']) {
      const answer = await fetch(`${url()}/admin/reset-password`, post({ resetPasswordToken: token, password }));
      expect([token, answer.status, answer.headers.getSetCookie()]).toEqual([token, 400, []]);
    }
    const login = await fetch(`${url()}/admin/login`, post({ email: { $ne: '' }, password: { $ne: '' } }));
    expect(login.status).toBe(400);
  });

  it('no field is assigned that its route does not mean (CVE-2023-39345)', async () => {
    const first = await fetch(
      `${url()}/admin/register-admin`,
      post({ email: 'moi@example.com', firstname: 'Mới', password: 'Aa1-mat-khau', roles: [1], isActive: true }),
    );
    expect(first.status).toBe(400);

    const author = await signIn(attacked.newsroom, 'strapi-author', 'tac-gia@example.com');
    const [administrators] = await attacked.newsroom.sql(
      "SELECT id FROM admin_roles WHERE code = 'strapi-super-admin'",
    );
    const roles = [administrators!.id];
    await author.ask('PUT', '/admin/users/me', { firstname: 'Tác giả', roles, isActive: true, blocked: false, id: 1 });
    const kept = await attacked.newsroom.sql(
      `SELECT role.code FROM admin_users_roles_lnk link JOIN admin_roles role ON role.id = link.role_id
        WHERE link.user_id = $1`,
      [author.id],
    );
    expect(kept).toEqual([{ code: 'strapi-author' }]);
    expect((await author.ask('GET', '/admin/users')).status).toBe(403);
  });

  it('no script is stored to be run: what is rendered is rendered here, whatever was sent (CVE-2026-90561)', async () => {
    const created = await administrator.ask('POST', `${ARTICLES}?locale=vi`, {
      title: 'Bài có mã',
      slug: 'bai-co-ma',
      body: body(paragraph(MARKUP)),
      bodyHtml: MARKUP,
      bodyText: CANARY,
      bodyBlocks: [{ type: 'paragraph', text: MARKUP, html: MARKUP }],
    });
    const { data } = (await created.json()) as { data: { documentId: string } };
    const publish = `${ARTICLES}/${data.documentId}/actions/publish?locale=vi`;
    const published = await administrator.ask('POST', publish, {}, { 'X-Desk-Override': 'mot-minh' });
    expect([created.status, published.status]).toEqual([201, 200]);

    const answer = await get(`${BASE}/articles/bai-co-ma`);
    const { data: article } = (await answer.json()) as {
      data: { html: string; body: { html: string }[]; text: string };
    };
    const escaped = '&lt;img src=x onerror=alert(9920)&gt;';
    expect(article.html).toBe(`<p>${escaped}</p>`);
    expect(article.body[0]!.html).toContain(escaped);
    expect(article.text).toBe(MARKUP);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('no address is fetched for a caller, by no redirect either (CVE-2024-52588)', async () => {
    let reached = 0;
    const inside = http.createServer((_, answer) => {
      reached += 1;
      answer.end('bí mật');
    });
    await once(inside.listen(0, '127.0.0.1'), 'listening');
    const { port } = inside.address() as AddressInfo;
    const urls = [
      `http://127.0.0.1:${port}/a.png`,
      `http://localhost:${port}/a.png`,
      `http://[::ffff:127.0.0.1]:${port}/a.png`,
    ];
    for (const one of urls) {
      await get(`${BASE}/articles?url=${encodeURIComponent(one)}`);
      await fetch(`${url()}/upload/actions/upload-from-urls`, post({ urls: [one] }));
      await fetch(`${url()}/admin/webhooks`, post({ name: 'x', url: one, events: ['entry.create'] }));
      const told = await (await administrator.ask('POST', '/upload/actions/upload-from-urls', { urls: [one] })).text();
      expect(told).toMatch(/event: file:error|"error"/);
      expect(told).not.toContain('bí mật');
    }
    expect(reached).toBe(0);
    inside.close();
  });

  it('no limit is got round by the case of a path or an address, slashes, or headers (CVE-2023-38507, 2025-64526)', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 14; attempt += 1) {
      const answer = await fetch(
        url() + ['/admin/login', '/ADMIN/login', '/admin/login/', '/admin/LOGIN?x=1'][attempt % 4],
        post(
          { email: attempt % 2 ? 'muc-tieu@example.com' : 'Muc-Tieu@EXAMPLE.com', password: 'sai' },
          {
            'X-Forwarded-For': `10.0.0.${attempt}`,
            'X-Real-IP': `10.0.1.${attempt}`,
            Forwarded: `for=10.0.2.${attempt}`,
          },
        ),
      );
      statuses.push(answer.status);
    }
    expect(statuses.slice(-4)).toEqual([429, 429, 429, 429]);
  });

  it('no session outlives its end (CVE-2025-3930)', async () => {
    const editor = await signIn(attacked.newsroom, 'strapi-editor', 'bien-tap@example.com');
    expect((await editor.ask('GET', '/admin/users/me')).status).toBe(200);
    const renew = () => fetch(`${url()}/admin/access-token`, { method: 'POST', headers: { Cookie: editor.cookie } });
    expect((await renew()).status).toBe(200);

    expect((await editor.ask('POST', '/admin/logout', {})).status).toBe(200);
    expect((await editor.ask('GET', '/admin/users/me')).status).toBe(401);
    expect((await renew()).status).toBe(401);
  });

  it('no session outlives its account (CVE-2025-3930, 2026-22706)', async () => {
    const editor = await signIn(attacked.newsroom, 'strapi-editor', 'da-nghi@example.com');
    await administrator.ask('PUT', `/admin/users/${editor.id}`, { isActive: false });
    expect((await editor.ask('GET', '/admin/users/me')).status).toBe(401);
    expect((await editor.ask('GET', `${ARTICLES}?page=1`)).status).toBe(401);
  });

  it('no link in a letter leads where the asker says (Koa CVE-2025-25200)', async () => {
    const letters: { text: string; html: string }[] = [];
    const email = attacked.newsroom.strapi.plugin('email') as unknown as {
      provider: { send(letter: object): unknown };
    };
    email.provider.send = async (letter) => void letters.push(letter as never);
    const headers = {
      'X-Forwarded-Host': FOREIGN_HOST,
      'X-Forwarded-Proto': 'https',
      Origin: `https://${FOREIGN_HOST}`,
    };
    await fetch(`${url()}/admin/forgot-password`, post({ email: 'quan-tri@example.com' }, headers));
    for (let waited = 0; letters.length === 0 && waited < 50; waited += 1)
      await new Promise((done) => setTimeout(done, 50));
    expect(letters).toHaveLength(1);
    expect(JSON.stringify(letters)).toContain('http://127.0.0.1:1337/admin/auth/reset-password');
    expect(JSON.stringify(letters)).not.toContain(FOREIGN_HOST);
  });

  it.each([
    'sort=title;drop table articles',
    'sort=title) desc; select pg_sleep(5) --',
    'sort=t1.password:asc',
    'filters[title"; --][$eq]=1',
    'filters[title][$raw]=1',
    'filters[createdBy][password][$startsWith]=a',
    'filters[$or][0][createdBy][resetPasswordToken][$notNull]=true',
  ])('no name of a column comes from a query, not even an editor’s (CVE-2026-22599): %s', async (query) => {
    const editor = await editorSession();
    const all = await (await editor.ask('GET', `${ARTICLES}?page=1`)).text();
    const answer = await editor.ask('GET', `${ARTICLES}?page=1&${encodeURI(query)}`);
    const text = await answer.text();
    // Refused, or passed over as if it had not been asked.
    expect([200, 400, 403]).toContain(answer.status);
    if (answer.status === 200) expect(text).toBe(all);
    expect(text).not.toMatch(/syntax error|relation "|column "|\bt[01]\b.*select/i);
  });
});
