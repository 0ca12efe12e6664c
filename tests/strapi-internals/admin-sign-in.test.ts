import { addAdminMiddlewares, MAIL_LIMIT, type AdminAuth } from '../../src/strapi-internals/admin-sign-in';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';
import { PASSWORD, signIn } from '../helpers/sign-in';

describe('the sign-in of the panel', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
  });
  afterAll(() => newsroom.stop());

  it('has routes whose middlewares can be added to, and an error where there is none', () => {
    const { strapi } = newsroom;
    // The desk adds to each of the routes, and replaces their limits, at boot, which fails as this does.
    expect(() => addAdminMiddlewares(strapi, 'POST /sign-in', [])).toThrow('no route POST /sign-in');
    const replace = () => addAdminMiddlewares(strapi, 'POST /login', [], MAIL_LIMIT);
    expect(replace).toThrow('no route POST /login plugin::email.rateLimit');
  });

  it('uses this service, which hashes and compares passwords', async () => {
    const auth = newsroom.strapi.service('admin::auth') as unknown as AdminAuth;
    const { id } = await signIn(newsroom, 'strapi-super-admin', 'lan@example.vn');
    const hash = await auth.hashPassword(PASSWORD);
    expect(await auth.validatePassword(PASSWORD, hash)).toBe(true);
    expect(await auth.validatePassword(`${PASSWORD}x`, hash)).toBe(false);
    const right = await auth.checkCredentials({ email: 'lan@example.vn', password: PASSWORD });
    expect(right).toEqual([null, expect.objectContaining({ id })]);
    const wrong = await auth.checkCredentials({ email: 'lan@example.vn', password: 'x' });
    // The desk replaces Strapi's message, by its text.
    expect(wrong).toEqual([null, false, { message: 'Địa chỉ e-mail hoặc mật khẩu không đúng.' }]);
    await expect(auth.forgotPassword({ email: 'khong-co@example.vn' })).resolves.toBeUndefined();
  });
});
