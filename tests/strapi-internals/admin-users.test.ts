import { adminUsers, superAdminRole } from '../../src/strapi-internals/admin-users';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';

describe('the service of the panel’s accounts', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
  });
  afterAll(() => newsroom.stop());

  it('creates an account that can sign in, and one with a token to set its password', async () => {
    const { strapi, url } = newsroom;
    const users = adminUsers(strapi);
    const { id, code } = await superAdminRole(strapi);
    expect(code).toBe('strapi-super-admin');
    expect(await users.exists()).toBe(false);
    const account = { firstname: 'Quản trị', roles: [id], preferedLanguage: 'vi' };
    const [email, password] = ['quan-tri@example.vn', 'Mat-khau-1'];
    await users.create({ ...account, email, password, isActive: true, registrationToken: null });
    expect(await users.exists()).toBe(true);
    const signIn = await fetch(`${url}/admin/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    expect(signIn.status).toBe(200);

    const invited = await users.create({ ...account, email: 'duoc-moi@example.vn' });
    expect(invited).toMatchObject({ id: expect.any(Number), documentId: expect.any(String) });
    const info = await fetch(`${url}/admin/registration-info?registrationToken=${invited.registrationToken}`);
    expect(await info.json()).toMatchObject({ data: { email: 'duoc-moi@example.vn' } });
  });
});
