import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { PASSWORD, post, signIn } from './helpers/sign-in';

const KNOWN = 'lan@example.vn';

type Refusal = { error: { message: string; details: { errors?: { path: string[] }[] } } };

describe('a sign-in', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    await signIn(newsroom, 'strapi-super-admin', KNOWN);
    const role = await newsroom.strapi.db.query('admin::role').findOne({ where: { code: 'desk-reporter' } });
    const users = newsroom.strapi.service('admin::user');
    await users.create({ email: 'moi@example.vn', firstname: 'Mới', roles: [role.id] });
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => newsroom.stop());

  const login = (data: unknown, headers?: Record<string, string>) =>
    fetch(`${newsroom.url}/admin/login`, post(data, headers));

  it.each([
    ['email', { password: PASSWORD }],
    ['email', { email: [KNOWN], password: PASSWORD }],
    ['email', { email: { $ne: null }, password: PASSWORD }],
    ['email', { email: `${KNOWN}\u0000`, password: PASSWORD }],
    ['email', { email: `\ud800${KNOWN}`, password: PASSWORD }],
    ['email', { email: 'a'.repeat(300), password: PASSWORD }],
    ['password', { email: KNOWN, password: 5 }],
    ['password', { email: KNOWN, password: '' }],
    ['password', { email: KNOWN, password: `${PASSWORD}\u0000` }],
    ['password', { email: KNOWN, password: 'x'.repeat(100_000) }],
    ['id', { email: KNOWN, password: PASSWORD, id: 1 }],
    ['rememberMe', { email: KNOWN, password: PASSWORD, rememberMe: 'yes' }],
    ['deviceId', { email: KNOWN, password: PASSWORD, deviceId: '\u0000' }],
  ])('that is not an e-mail address and a password is a 400 that names the field: %s', async (field, data) => {
    const answer = await login(data);
    expect(answer.status).toBe(400);
    const { error } = (await answer.json()) as Refusal;
    expect(error.message).toContain(`${field}: `);
    expect(error.details.errors?.map(({ path }) => path.join('.'))).toEqual([field]);
  });

  it('takes JSON and no form, and nothing from the address', async () => {
    const form = new URLSearchParams({ email: KNOWN, password: PASSWORD });
    const parts = new FormData();
    for (const [name, value] of form) parts.append(name, value);
    for (const body of [form, parts]) {
      const answer = await fetch(`${newsroom.url}/admin/login`, { method: 'POST', body });
      expect([answer.status, ((await answer.json()) as Refusal).error.message]).toEqual([
        415,
        'Địa chỉ này không nhận dữ liệu loại đã gửi. Chỉ nhận application/json.',
      ]);
    }
    expect((await fetch(`${newsroom.url}/admin/login?${form}`, post({}))).status).toBe(400);
    expect((await login({ email: KNOWN.toUpperCase(), password: PASSWORD, rememberMe: false })).status).toBe(200);
  });

  it.each([
    ['/admin/forgot-password', 'email', { email: 'x\u0000@example.vn' }],
    ['/admin/forgot-password', 'email', { email: { $ne: '' } }],
    ['/admin/reset-password', 'resetPasswordToken', { resetPasswordToken: '\u0000', password: PASSWORD }],
    ['/admin/reset-password', 'resetPasswordToken', { resetPasswordToken: { $ne: '' }, password: PASSWORD }],
    ['/admin/register', 'registrationToken', { registrationToken: ['x'], userInfo: { firstname: 'A', password: 'x' } }],
    [
      '/admin/register',
      'userInfo.firstname',
      { registrationToken: 'x', userInfo: { firstname: '\u0000', password: 'x' } },
    ],
    [
      '/admin/register',
      'userInfo.roles',
      { registrationToken: 'x', userInfo: { firstname: 'A', password: 'x', roles: [1] } },
    ],
    ['/admin/register-admin', 'email', { email: '\u0000', firstname: 'A', password: PASSWORD }],
  ])('is guarded at its neighbours too: %s, %s', async (path, field, data) => {
    const answer = await fetch(newsroom.url + path, post(data));
    expect(answer.status).toBe(400);
    const { error } = (await answer.json()) as Refusal;
    expect(error.details.errors?.map((one) => one.path.join('.'))).toEqual([field]);
  });

  it.each(['registrationToken=%00', 'registrationToken[$ne]=x', 'registrationToken=x&a=1', ''])(
    'is guarded at the page of an invitation: %s',
    async (query) => {
      expect((await fetch(`${newsroom.url}/admin/registration-info?${query}`)).status).toBe(400);
    },
  );

  it('compares one password whether or not there is an account, and answers alike', async () => {
    const compare = jest.spyOn(
      requireApp('bcryptjs') as { compare(password: string, hash: string): Promise<boolean> },
      'compare',
    );
    const answers = await Promise.all(
      [KNOWN, 'moi@example.vn', 'khong-co@example.vn'].map(async (email) => {
        const answer = await login({ email, password: 'Sai-mat-khau-1' });
        return [answer.status, await answer.text()];
      }),
    );
    expect(compare).toHaveBeenCalledTimes(3);
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]![0]).toBe(400);
    const costs = compare.mock.calls.map(([, hash]) => String(hash).slice(0, 7));
    expect(new Set(costs).size).toBe(1);
  });

  it('takes about as long for an account as for none', async () => {
    const median = async (email: string) => {
      const times: number[] = [];
      for (let index = 0; index < 3; index += 1) {
        const start = performance.now();
        await login({ email, password: 'Sai-mat-khau-2' });
        times.push(performance.now() - start);
      }
      return times.sort((a, b) => a - b)[1]!;
    };
    const [known, unknown] = [await median(KNOWN), await median('khong-co-2@example.vn')];
    // Without a comparison it is a tenth or less.
    expect(unknown).toBeGreaterThan(known / 3);
  });
});
