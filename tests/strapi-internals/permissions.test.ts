import {
  afterStrapiRoles,
  permissionFields,
  permissionService,
  rolePermissions,
  roleService,
  syncAdminTokens,
  updatePermission,
} from '../../src/strapi-internals/permissions';
import { writers } from '../helpers/content';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';

const READ = 'plugin::content-manager.explorer.read';
const CATEGORY = 'plugin::newsroom.category';
const CONDITION = 'plugin::newsroom.economy';

describe('the services behind the panel’s permissions', () => {
  let newsroom: Newsroom;
  let calls = 0;
  let removeHandler = () => {};
  let wereRolesCreated: unknown;

  beforeAll(async () => {
    let registered: Promise<unknown> = Promise.resolve();
    newsroom = await startNewsroom((strapi) => {
      const { conditionProvider, actionProvider } = permissionService(strapi);
      const economy = { name: 'economy', displayName: 'Kinh tế', plugin: 'newsroom' };
      const action = { section: 'plugins', displayName: 'Thử', uid: 'try.it', pluginName: 'newsroom' };
      registered = Promise.all([
        conditionProvider.registerMany([{ ...economy, handler: async () => ({ slug: 'kinh-te' }) }]),
        actionProvider.registerMany([action]),
      ]);
      removeHandler = afterStrapiRoles(strapi, async () => {
        calls += 1;
        wereRolesCreated = await roleService(strapi).exists({ code: 'strapi-super-admin' });
      });
    });
    await registered;
  });
  afterAll(() => newsroom.stop());

  it('run a handler once at boot, when Strapi’s roles exist, until it is removed', async () => {
    const { willResetSuperAdminPermissions: hook } = roleService(newsroom.strapi).hooks as unknown as Record<
      string,
      { call(permissions: object[]): Promise<object[]> }
    >;
    expect([calls, wereRolesCreated]).toEqual([1, true]);
    const permissions = [{ action: READ }];
    expect(await hook!.call(permissions)).toMatchObject(permissions);
    expect(calls).toBe(2);
    removeHandler();
    await hook!.call(permissions);
    expect(calls).toBe(2);
  });

  it('create a role, and a permission with properties and a condition that limits what a user may read', async () => {
    const { strapi } = newsroom;
    const write = writers(strapi);
    await write.category({ name: 'Kinh tế', slug: 'kinh-te' });
    const { conditionProvider, engine, createPermissionsManager } = permissionService(strapi);
    expect([conditionProvider.has(CONDITION), conditionProvider.has('plugin::newsroom.other')]).toEqual([true, false]);

    const { id } = await roleService(strapi).create({ code: 'economist', name: 'Economist', description: '' });
    expect(await roleService(strapi).findOne({ code: 'economist' })).toMatchObject({ id });
    const permission = { action: READ, subject: CATEGORY, properties: { fields: ['name'] }, conditions: [CONDITION] };
    await roleService(strapi).addPermissions(id, [{ ...permission, actionParameters: {} }]);
    const [row] = await rolePermissions(strapi, id);
    expect(row).toMatchObject({ id: expect.any(Number), ...permission });

    const account = { email: 'economist@example.vn', firstname: 'E', roles: [id], isActive: true };
    const user = await strapi.service('admin::user').create(account);
    const manager = async () =>
      createPermissionsManager({ ability: await engine.generateUserAbility(user), action: READ, model: CATEGORY });
    const limited = await manager();
    expect(limited.isAllowed).toBe(true);
    const where = limited.getQuery();
    expect(await strapi.db.query(CATEGORY).findMany({ select: ['slug'], where })).toEqual([
      expect.objectContaining({ slug: 'kinh-te' }),
    ]);
    await write.category({ name: 'Văn hóa', slug: 'van-hoa' });
    expect(await strapi.db.query(CATEGORY).count({ where })).toBe(1);
    const ability = await engine.generateUserAbility(user);
    expect(ability.can(READ, limited.toSubject({ slug: 'kinh-te' }))).toBe(true);
    expect(ability.can(READ, limited.toSubject({ slug: 'van-hoa' }))).toBe(false);

    await updatePermission(strapi, row!.id, { conditions: [] });
    expect(await strapi.db.query(CATEGORY).count({ where: (await manager()).getQuery() ?? {} })).toBe(2);
  });

  it('name the fields of a type, and whether an action is limited by locale', async () => {
    const { strapi } = newsroom;
    expect(permissionFields(strapi, READ, CATEGORY)).toEqual(expect.arrayContaining(['name', 'slug']));
    expect(permissionFields(strapi, 'plugin::content-manager.explorer.delete', CATEGORY)).toBeUndefined();
    const { appliesToProperty } = permissionService(strapi).actionProvider;
    expect(await appliesToProperty('locales', READ, 'plugin::newsroom.article')).toBe(true);
    expect(await appliesToProperty('locales', READ, 'plugin::directory.agency')).toBe(false);
  });

  it('register actions', () => {
    const { actionProvider } = permissionService(newsroom.strapi);
    expect(actionProvider.get('plugin::newsroom.try.it')).toMatchObject({ actionId: 'plugin::newsroom.try.it' });
  });

  it('remove a permission from the admin tokens of a role’s users', async () => {
    const { strapi } = newsroom;
    const { id: role } = await roleService(strapi).create({ code: 'of-token', name: 'Of token', description: '' });
    const given = { action: READ, subject: CATEGORY, properties: { fields: ['name'] }, actionParameters: {} };
    await roleService(strapi).addPermissions(role, [{ ...given, conditions: [] }]);
    const user = await strapi
      .service('admin::user')
      .create({ email: 'token@example.vn', firstname: 'T', roles: [role], isActive: true });
    const tokens = strapi.service('admin::api-token-admin');
    const adminPermissions = [{ action: READ, subject: CATEGORY, properties: { fields: ['name'] }, conditions: [] }];
    const token = { name: 'own', description: '', lifespan: null, adminUserOwner: user.id, adminPermissions };
    const owner = await strapi.db.query('admin::user').findOne({ where: { id: user.id }, populate: ['roles'] });
    const { id } = await tokens.create(token, owner);
    const count = async () => (await tokens.getById(id)).adminPermissions.length;
    expect(await count()).toBe(1);
    for (const row of await rolePermissions(strapi, role)) {
      await strapi.db.query('admin::permission').delete({ where: { id: row.id } });
    }
    await syncAdminTokens(strapi, role);
    expect(await count()).toBe(0);
  });
});
