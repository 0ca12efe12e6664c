import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { staff } from './helpers/staff';

const READ_ARTICLES = `action = 'plugin::content-manager.explorer.read' AND subject = 'plugin::newsroom.article'`;

describe('the desk’s roles', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  // What the plugin's hook is behind, at every boot.
  const bootAgain = () => newsroom.strapi.service('admin::role').resetSuperAdminPermissions();
  const idOf = async (code: string): Promise<number> =>
    (await newsroom.strapi.service('admin::role').findOne({ code }))?.id;
  const permissions = (role: number, where = 'true') =>
    newsroom.sql(
      `SELECT action, subject, conditions::text, properties::text FROM admin_permissions permission
         JOIN admin_permissions_role_lnk link ON link.permission_id = permission.id
        WHERE link.role_id = $1 AND ${where} ORDER BY action, subject`,
      [role],
    );
  const drop = async (role: number, where: string) =>
    newsroom.sql(
      `DELETE FROM admin_permissions WHERE ${where}
          AND id IN (SELECT permission_id FROM admin_permissions_role_lnk WHERE role_id = $1)`,
      [role],
    );

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
  });
  afterAll(() => newsroom.stop());

  it('are there from the first boot, beside Strapi’s own', async () => {
    const roles = await newsroom.sql('SELECT code, name FROM admin_roles ORDER BY code');
    expect(roles.map(({ code, name }) => `${code}: ${name}`)).toEqual([
      'desk-approver: Người duyệt',
      'desk-editor: Biên tập viên',
      'desk-manager: Quản trị tòa soạn',
      'desk-reporter: Phóng viên',
      'desk-statistician: Thống kê viên',
      'strapi-author: Author',
      'strapi-editor: Editor',
      'strapi-super-admin: Super Admin',
    ]);
  });

  it('are limited in every right to articles and files, but for uploading, which makes one’s own', async () => {
    const limits: [code: string, condition: string, rights: number][] = [
      ['desk-reporter', 'own-agency', 6],
      ['desk-editor', 'own-branch', 7],
      ['desk-approver', 'own-branch', 8],
    ];
    for (const [code, condition, rights] of limits) {
      const rows = await permissions(
        await idOf(code),
        `(subject = 'plugin::newsroom.article' OR action IN ('plugin::upload.read', 'plugin::upload.assets.update'))`,
      );
      expect(rows.length).toBe(rights);
      expect(new Set(rows.map(({ conditions }) => conditions))).toEqual(
        new Set([`["plugin::publishing-desk.${condition}"]`]),
      );
    }
  });

  it('are the same after another boot', async () => {
    const role = await idOf('desk-editor');
    const before = await permissions(role);
    expect(before.length).toBeGreaterThan(15);
    await bootAgain();
    expect(await permissions(role)).toEqual(before);
  });

  it('keep what an administrator made of them: another name, a right that is taken back, a role that is dropped', async () => {
    const [editor, reporter] = [await idOf('desk-editor'), await idOf('desk-reporter')];
    await newsroom.sql(`UPDATE admin_roles SET name = 'Thư ký' WHERE id = $1`, [editor]);
    await drop(editor, `action = 'plugin::content-manager.explorer.delete'`);
    await newsroom.strapi.service('admin::role').deleteByIds([reporter]);
    await bootAgain();
    expect(await newsroom.sql('SELECT name FROM admin_roles WHERE id = $1', [editor])).toEqual([{ name: 'Thư ký' }]);
    expect(await permissions(editor, `action = 'plugin::content-manager.explorer.delete'`)).toEqual([]);
    expect(await idOf('desk-reporter')).toBeUndefined();
  });

  it('get what is new: a field and a language that there were not before', async () => {
    const role = await idOf('desk-approver');
    const key = 'plugin_publishing-desk_desk-approver';
    await newsroom.sql(
      `UPDATE strapi_core_store_settings SET value = replace(replace(value, '"summary",', ''), '"vi"', '"fr"') WHERE key = $1`,
      [key],
    );
    await newsroom.sql(
      `UPDATE admin_permissions SET properties = replace(properties::text, '"summary",', '')::jsonb WHERE ${READ_ARTICLES}`,
    );
    const fields = async () => JSON.parse((await permissions(role, READ_ARTICLES))[0]!.properties as string);
    expect((await fields()).fields).not.toContain('summary');
    await bootAgain();
    expect(await fields()).toMatchObject({ fields: expect.arrayContaining(['title', 'summary']) });
  });

  it('get back a condition that was stripped, which would grant everything, and say so', async () => {
    const role = await idOf('desk-approver');
    const said: string[] = [];
    jest.spyOn(newsroom.strapi.log, 'warn').mockImplementation((text: unknown) => {
      said.push(String(text));
      return newsroom.strapi.log;
    });
    for (const stripped of ['[]', '["plugin::gone.no-such-condition"]']) {
      await newsroom.sql(`UPDATE admin_permissions SET conditions = $1 WHERE ${READ_ARTICLES}`, [stripped]);
      await bootAgain();
      expect((await permissions(role, READ_ARTICLES))[0]!.conditions).toBe('["plugin::publishing-desk.own-branch"]');
    }
    expect(said.join()).toMatch(/desk-approver đã mất điều kiện cơ quan.*explorer\.read plugin::newsroom\.article/);
    jest.restoreAllMocks();
  });

  it('are given an agency by whoever may, and by nobody else', async () => {
    const { documentId: agency, name } = await write.agency();
    const manager = await staff(newsroom, 'desk-manager');
    const approver = await staff(newsroom, 'desk-approver', agency);
    const path = `/publishing-desk/user-agencies`;
    expect((await approver.ask('GET', path)).status).toBe(403);
    expect((await approver.ask('PUT', `${path}/${manager.id}`, { agency })).status).toBe(403);
    expect((await approver.ask('PUT', `/admin/users/me`, { agency: null })).status).toBe(400);

    expect((await manager.ask('PUT', `${path}/${manager.id}`, { agency })).status).toBe(204);
    const { data } = (await (await manager.ask('GET', path)).json()) as { data: { id: number }[] };
    expect(data.find(({ id }) => id === manager.id)).toMatchObject({
      agency: { documentId: agency, name },
      roles: [{ code: 'desk-manager' }],
    });
    expect(JSON.stringify(data)).not.toMatch(/password|token/i);
    for (const [id, body, status] of [
      [manager.id, { agency: 'no-such-agency' }, 400],
      [manager.id, {}, 400],
      [999_999, { agency }, 404],
      ['1;', { agency }, 400],
    ] as const) {
      expect([id, (await manager.ask('PUT', `${path}/${id}`, body)).status]).toEqual([id, status]);
    }
    const [said] = await newsroom.sql(
      `SELECT actor ->> 'id' AS by, after ->> 'agency' AS agency FROM desk.audit WHERE action = 'assign-agency'`,
    );
    expect(said).toEqual({ by: String(manager.id), agency });
  });
});
