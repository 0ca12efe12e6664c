import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { previewDesk, type PreviewDesk } from './helpers/previews';
import { PASSWORD, post, signIn, type Session } from './helpers/sign-in';
import { staff } from './helpers/staff';

const ACCESS_TOKEN = '/admin/access-token';

describe('a session and its preview links', () => {
  let newsroom: Newsroom;
  let desk: PreviewDesk;
  let chief: Session;
  let reporter: Session;
  let link: string;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    desk = await previewDesk(newsroom);
    chief = await signIn(newsroom, 'strapi-super-admin', 'truong@example.vn');
  });
  afterAll(() => newsroom.stop());

  beforeEach(async () => {
    reporter = await staff(newsroom, 'desk-reporter', desk.agency);
    const { documentId } = await desk.draft('Bản nháp.');
    link = await desk.linkTo(reporter, documentId);
    expect(await desk.textOf(link)).toBe('Bản nháp.');
  });

  const refresh = ({ cookie }: Session) =>
    fetch(newsroom.url + ACCESS_TOKEN, { method: 'POST', headers: { Cookie: cookie } });
  const change = async (data: object) => {
    const answer = await chief.ask('PUT', `/admin/users/${reporter.id}`, data);
    expect([answer.status, await answer.clone().text()]).toEqual([200, expect.any(String)]);
  };
  const expectEnded = async (session: Session) => {
    expect((await session.ask('GET', '/admin/users/me')).status).toBe(401);
    expect((await refresh(session)).status).toBe(401);
  };

  it('go on when nothing of the account changes but its name or its roles', async () => {
    const roles = await newsroom.sql(`SELECT id FROM admin_roles WHERE code IN ('desk-reporter', 'desk-editor')`);
    await change({ firstname: 'Tên mới', roles: roles.map(({ id }) => id) });
    expect((await reporter.ask('GET', '/admin/users/me')).status).toBe(200);
    expect(await desk.textOf(link)).toBe('Bản nháp.');
    expect((await refresh(reporter)).status).toBe(200);
  });

  it('end when an administrator sets another password, and nobody else’s do', async () => {
    await change({ password: 'Mat-khau-khac-1' });
    await expectEnded(reporter);
    await desk.expectNothing(link);
    expect((await chief.ask('GET', '/admin/users/me')).status).toBe(200);
  });

  it('stay ended after the account is deactivated and activated again', async () => {
    await change({ isActive: false });
    await change({ isActive: true });
    await expectEnded(reporter);
    await desk.expectNothing(link);
  });

  it('end with one’s own new password, everywhere', async () => {
    const data = { password: 'Mat-khau-khac-1', currentPassword: PASSWORD };
    expect((await reporter.ask('PUT', '/admin/users/me', data)).status).toBe(200);
    await expectEnded(reporter);
    await desk.expectNothing(link);
  });

  it('end with the account', async () => {
    expect((await chief.ask('DELETE', `/admin/users/${reporter.id}`)).status).toBe(200);
    await expectEnded(reporter);
    await desk.expectNothing(link);
    expect(await newsroom.sql('SELECT FROM strapi_sessions WHERE user_id = $1', [String(reporter.id)])).toEqual([]);
  });

  it('end with a password that is written to the database past Strapi', async () => {
    await newsroom.sql(`UPDATE admin_users SET password = 'x' WHERE id = $1`, [reporter.id]);
    await expectEnded(reporter);
    await desk.expectNothing(link);
  });

  /** Sends while nothing can be stored in a table, changes the password, and lets it be stored. */
  const overtake = async (request: () => Promise<Response>, table = 'strapi_sessions'): Promise<Response> => {
    await newsroom.sql('BEGIN');
    await newsroom.sql(`LOCK TABLE ${table} IN EXCLUSIVE MODE`);
    const answer = request();
    for (let waiting = 0; waiting === 0;) {
      const rows = await newsroom.sql(`SELECT FROM pg_locks WHERE NOT granted AND relation = '${table}'::regclass`);
      waiting = rows.length;
    }
    await newsroom.sql(`UPDATE admin_users SET password = 'x' WHERE id = $1`, [reporter.id]);
    await newsroom.sql('COMMIT');
    return answer;
  };

  it('are not opened by a sign-in that a new password overtakes', async () => {
    const [{ email }] = (await newsroom.sql('SELECT email FROM admin_users WHERE id = $1', [reporter.id])) as [
      { email: string },
    ];
    const answer = await overtake(() => fetch(`${newsroom.url}/admin/login`, post({ email, password: PASSWORD })));
    expect(answer.status).toBe(400);
    expect(await newsroom.sql('SELECT FROM strapi_sessions WHERE user_id = $1', [String(reporter.id)])).toEqual([]);
  });

  it('are not renewed by a refresh token that a new password overtakes', async () => {
    expect((await overtake(() => refresh(reporter))).status).toBe(401);
    expect(await newsroom.sql('SELECT FROM strapi_sessions WHERE user_id = $1', [String(reporter.id)])).toEqual([]);
  });

  describe('and an admin token of the account', () => {
    const ACTION = { action: 'admin::users.read', subject: null, conditions: [], properties: {} };
    const create = (who: Session, name: string) =>
      who.ask('POST', '/admin/admin-tokens', { name, description: '', lifespan: null, adminPermissions: [ACTION] });
    const tokenOf = async (who: Session, name: string): Promise<string> => {
      const answer = await create(who, name);
      const { data } = (await answer.json()) as { data: { accessKey: string } };
      expect([answer.status, await use(data.accessKey)]).toEqual([201, 200]);
      return data.accessKey;
    };
    const use = async (token: string): Promise<number> =>
      (await fetch(`${newsroom.url}/admin/users`, { headers: { Authorization: `Bearer ${token}` } })).status;

    let owner: Session;
    let count = 0;
    beforeEach(async () => {
      owner = await signIn(newsroom, 'strapi-super-admin', `chu-${(count += 1)}@example.vn`);
    });

    it.each([
      ['another password', [{ password: 'Mat-khau-khac-1' }]],
      ['a deactivation, and stays ended after the activation', [{ isActive: false }, { isActive: true }]],
    ])('ends with %s, and nobody else’s does', async (_what, changes) => {
      const token = await tokenOf(owner, `cua-chu-${count}`);
      const others = await tokenOf(chief, `cua-truong-${count}`);
      for (const data of changes) {
        expect((await chief.ask('PUT', `/admin/users/${owner.id}`, data)).status).toBe(200);
        expect([await use(token), await use(others)]).toEqual([401, 200]);
      }
    });

    it('ends with one’s own new password, and with the account', async () => {
      const token = await tokenOf(owner, `cua-chu-${count}`);
      const data = { password: 'Mat-khau-khac-1', currentPassword: PASSWORD };
      expect((await owner.ask('PUT', '/admin/users/me', data)).status).toBe(200);
      expect(await use(token)).toBe(401);

      const other = await signIn(newsroom, 'strapi-super-admin', `chu-khac-${count}@example.vn`);
      const others = await tokenOf(other, `cua-chu-khac-${count}`);
      expect((await chief.ask('DELETE', `/admin/users/${other.id}`)).status).toBe(200);
      expect(await use(others)).toBe(401);
    });

    it('stays when nothing of the account changes but its name', async () => {
      const token = await tokenOf(owner, `cua-chu-${count}`);
      expect((await chief.ask('PUT', `/admin/users/${owner.id}`, { firstname: 'Tên mới' })).status).toBe(200);
      expect(await use(token)).toBe(200);
    });

    it('is not created by a request that a new password overtakes', async () => {
      reporter = owner;
      expect((await overtake(() => create(owner, 'muon'), 'strapi_api_tokens')).status).toBe(401);
      expect(await newsroom.sql(`SELECT FROM strapi_api_tokens WHERE name = 'muon'`)).toEqual([]);
    });
  });
});
