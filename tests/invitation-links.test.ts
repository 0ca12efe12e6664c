import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { PASSWORD, post, signIn, type Session } from './helpers/sign-in';

type Refusal = { error: { message: string } };

let serial = 0;

describe('the link of an invitation', () => {
  let newsroom: Newsroom;
  let chief: Session;
  let roleId: number;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    chief = await signIn(newsroom, 'strapi-super-admin', 'truong@example.vn');
    roleId = (await newsroom.strapi.db.query('admin::role').findOne({ where: { code: 'desk-reporter' } })).id;
  });
  afterAll(() => newsroom.stop());

  type Invited = { email: string; token: string };
  const address = () => `moi-${(serial += 1)}@example.vn`;

  const inPanel = async (): Promise<Invited> => {
    const email = address();
    const answer = await chief.ask('POST', '/admin/users', { firstname: 'Mới', email, roles: [roleId] });
    expect(answer.status).toBe(201);
    const { data } = (await answer.json()) as { data: { registrationToken: string } };
    return { email, token: data.registrationToken };
  };
  const fromList = async (): Promise<Invited> => {
    const email = address();
    const answer = await chief.ask('POST', '/publishing-desk/invitations', { csv: `Mới,${email},Phóng viên,` });
    const { data } = (await answer.json()) as { data: { link: string }[] };
    return { email, token: new URL(data[0]!.link, newsroom.url).searchParams.get('registrationToken')! };
  };
  const info = (token: string) => fetch(`${newsroom.url}/admin/registration-info?registrationToken=${token}`);
  const register = (registrationToken: string) =>
    fetch(
      `${newsroom.url}/admin/register`,
      post({ registrationToken, userInfo: { firstname: 'Mới', password: PASSWORD } }),
    );
  const stored = async ({ email }: Invited, column = 'registration_token') =>
    (await newsroom.sql(`SELECT ${column} AS token FROM admin_users WHERE email = $1`, [email]))[0]!.token;
  const messageOf = async (answer: Response) => [answer.status, ((await answer.json()) as Refusal).error.message];

  describe.each([
    ['of Strapi’s own page', inPanel],
    ['of a list', fromList],
  ])('%s', (_, invite) => {
    it('sets a password, once, and stands in the database as a hash that opens nothing', async () => {
      const invited = await invite();
      const hash = (await stored(invited)) as string;
      expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/);
      expect((await info(hash)).status).toBe(400);
      expect((await register(hash)).status).toBe(400);

      const answer = await info(invited.token);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(await answer.json()).toMatchObject({ data: { email: invited.email } });
      expect((await register(invited.token)).status).toBe(200);
      expect(await stored(invited)).toBeNull();
      const used = [400, 'Liên kết mời này không đúng hoặc đã được dùng.'];
      expect(await messageOf(await register(invited.token))).toEqual(used);
      expect(await messageOf(await info(invited.token))).toEqual(used);
    });

    it('is good for seven days, and then says so', async () => {
      const invited = await invite();
      const age = (days: string) =>
        newsroom.sql(`UPDATE admin_users SET created_at = (now() AT TIME ZONE 'UTC') - $2::interval WHERE email = $1`, [
          invited.email,
          days,
        ]);
      await age('6 days 23 hours');
      expect((await info(invited.token)).status).toBe(200);
      await age('7 days 1 second');
      const expired = [400, 'Liên kết mời này đã hết hạn. Hãy nhờ quản trị viên gửi lời mời khác.'];
      expect(await messageOf(await info(invited.token))).toEqual(expired);
      expect(await messageOf(await register(invited.token))).toEqual(expired);
      expect(await newsroom.sql('SELECT FROM admin_users WHERE email = $1 AND is_active', [invited.email])).toEqual([]);
    });
  });

  it('sets no password once an administrator has set one', async () => {
    const invited = await inPanel();
    const [user] = await newsroom.sql('SELECT id FROM admin_users WHERE email = $1', [invited.email]);
    const data = { isActive: true, password: 'Mat-khau-khac-1' };
    expect((await chief.ask('PUT', `/admin/users/${user!.id}`, data)).status).toBe(200);
    expect((await register(invited.token)).status).toBe(400);
    const credentials = post({ email: invited.email, password: data.password });
    expect((await fetch(`${newsroom.url}/admin/login`, credentials)).status).toBe(200);
  });

  it('of another password is stored as a hash, works once, and ends with time or with the password', async () => {
    const sent: string[] = [];
    const email = newsroom.strapi.plugin('email') as unknown as { provider: unknown };
    email.provider = { send: async ({ text }: { text: string }) => void sent.push(text) };
    const invited = await inPanel();
    await register(invited.token);
    const ask = async () => {
      const count = sent.length;
      expect((await fetch(`${newsroom.url}/admin/forgot-password`, post({ email: invited.email }))).status).toBe(204);
      while (sent.length === count) await new Promise((resolve) => setTimeout(resolve, 20));
      return /code=([0-9a-f]+)/.exec(sent.at(-1)!)![1]!;
    };
    const reset = (resetPasswordToken: string) =>
      fetch(`${newsroom.url}/admin/reset-password`, post({ resetPasswordToken, password: 'Mat-khau-khac-1' }));
    const refused = [
      400,
      'Liên kết đặt lại mật khẩu này không đúng, đã được dùng hoặc đã hết hạn. Hãy yêu cầu liên kết khác.',
    ];

    const late = await ask();
    const hash = (await stored(invited, 'reset_password_token')) as string;
    expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(await messageOf(await reset(hash))).toEqual(refused);
    await newsroom.sql(
      `UPDATE admin_users SET reset_password_token_expires_at = now() AT TIME ZONE 'UTC' WHERE email = $1`,
      [invited.email],
    );
    expect(await messageOf(await reset(late))).toEqual(refused);

    const good = await ask();
    expect((await reset(good)).status).toBe(200);
    expect(await messageOf(await reset(good))).toEqual(refused);

    const outdated = await ask();
    const [user] = await newsroom.sql('SELECT id FROM admin_users WHERE email = $1', [invited.email]);
    await chief.ask('PUT', `/admin/users/${user!.id}`, { password: 'Mat-khau-khac-2' });
    expect(await messageOf(await reset(outdated))).toEqual(refused);
  });
});
