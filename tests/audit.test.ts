import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { PASSWORD, post, signIn, type Session } from './helpers/sign-in';

type Line = { id: number; at: string; actor: Record<string, unknown>; action: string; after: Record<string, unknown> };

describe('the audit', () => {
  let newsroom: Newsroom;
  let lan: Session;

  const exported = async (query = ''): Promise<Line[]> => {
    const answer = await lan.ask('GET', `/publishing-desk/audit.jsonl${query}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/jsonl; charset=utf-8']);
    const text = await answer.text();
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  };

  beforeAll(async () => {
    newsroom = await startNewsroom();
    lan = await signIn(newsroom, 'strapi-super-admin', 'lan@example.vn');
  });
  afterAll(() => newsroom.stop());

  it('records sign-ins, refused ones with the given e-mail address, and never a password', async () => {
    const email = `${'ă'.repeat(242)}@example.vn`;
    for (const who of ['lan@example.vn', email]) {
      await fetch(`${newsroom.url}/admin/login`, post({ email: who, password: 'Sai-mat-khau-1' }));
    }
    const lines = await exported();
    const about = lines.filter(({ action }) => action.startsWith('sign-in'));
    expect(about.map(({ action, actor, after }) => [action, actor.kind, actor.email ?? after.email])).toEqual([
      ['sign-in', 'person', 'lan@example.vn'],
      ['sign-in-refused', 'stranger', 'lan@example.vn'],
      ['sign-in-refused', 'stranger', email],
    ]);
    expect(about[0]!.after).toEqual({ ip: expect.stringContaining('127.0.0.1') });
    expect(JSON.stringify(lines)).not.toMatch(new RegExp(`${PASSWORD}|Sai-mat-khau`));
  });

  it('records changes of accounts, roles and permissions, and neither reads nor refused changes', async () => {
    const author = await signIn(newsroom, 'strapi-author', 'khach@example.vn');
    const before = (await exported()).length;
    await lan.ask('GET', '/admin/users');
    await author.ask('POST', '/admin/roles', { name: 'Lén', description: '' });
    const made = await lan.ask('POST', '/admin/roles', { name: 'Cộng tác viên', description: '' });
    const { data } = (await made.json()) as { data: { id: number } };
    await lan.ask('PUT', `/admin/roles/${data.id}/permissions`, { permissions: [] });
    const lines = (await exported()).slice(before);
    expect(lines.map(({ action, actor, after }) => [action, actor.email, after.method, after.path])).toEqual([
      ['change-rights', 'lan@example.vn', 'POST', '/admin/roles'],
      ['change-rights', 'lan@example.vn', 'PUT', `/admin/roles/${data.id}/permissions`],
    ]);
  });

  it('is exported as JSON Lines, whole or by days of the portal’s time zone', async () => {
    await newsroom.sql(
      `INSERT INTO desk.audit (actor, action, at)
         SELECT '{"kind":"machine"}', 'thu', '2021-02-18 16:59:59'::timestamp + n * interval '1 second'
           FROM generate_series(0, 2500) n`,
    );
    const all = await exported();
    expect(all.filter(({ action }) => action === 'thu')).toHaveLength(2501);
    expect(all.map(({ id }) => id)).toEqual([...all.map(({ id }) => id)].sort((a, b) => a - b));
    expect(await exported('?from=2021-02-18&to=2021-02-18')).toHaveLength(1);
    expect(await exported('?from=2021-02-19&to=2021-02-19')).toHaveLength(2500);
    expect((await lan.ask('GET', '/publishing-desk/audit.jsonl?from=2021-02-30')).status).toBe(400);
  });

  it('is refused without the permission to read it', async () => {
    const editor = await signIn(newsroom, 'strapi-editor', 'bien-tap@example.vn');
    expect((await editor.ask('GET', '/publishing-desk/audit.jsonl')).status).toBe(403);
    expect((await fetch(`${newsroom.url}/publishing-desk/audit.jsonl`)).status).toBe(401);
  });
});
