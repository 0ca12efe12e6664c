import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';

const PATH = '/publishing-desk/invitations';

type Invited = { data: { name: string; email: string; link: string; mailed: boolean | null }[] };
type Refused = { error: { message: string; details: { refused: { line: number; problem: string }[] } } };

describe('inviting users from the panel', () => {
  let newsroom: Newsroom;
  let agency: string;
  let chief: Session;
  let manager: Session;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    agency = (await writers(newsroom.strapi).agency({ name: 'Sở Y tế' })).documentId;
    chief = await staff(newsroom, 'strapi-super-admin');
    manager = await staff(newsroom, 'desk-manager');
  });
  afterAll(() => newsroom.stop());

  const accounts = (like: string) =>
    newsroom.sql('SELECT email, firstname, agency FROM admin_users WHERE email LIKE $1 ORDER BY email', [like]);
  const invite = async (csv: string): Promise<Invited['data']> => {
    const answer = await chief.ask('POST', PATH, { csv });
    expect(answer.status).toBe(201);
    return ((await answer.json()) as Invited).data;
  };
  const withMail = async (provider: object | undefined, work: () => Promise<void>) => {
    const email = newsroom.strapi.plugin('email') as unknown as { provider: unknown };
    const before = email.provider;
    newsroom.strapi.config.set('plugin::publishing-desk.invitations.mail', true);
    email.provider = provider;
    await work().finally(() => {
      newsroom.strapi.config.set('plugin::publishing-desk.invitations.mail', false);
      email.provider = before;
    });
  };

  it('is for whoever may say who is of which agency and may make accounts in Strapi, and nobody else', async () => {
    const csv = 'Lê Lan,lan-1@example.vn,Super Admin,';
    const approver = await staff(newsroom, 'desk-approver', agency);
    expect((await approver.ask('POST', PATH, { csv })).status).toBe(403);
    expect((await manager.ask('POST', PATH, { csv })).status).toBe(403);
    expect((await fetch(newsroom.url + PATH, { method: 'POST' })).status).toBe(401);
    expect(await accounts('lan-1@%')).toEqual([]);

    const role = await newsroom.strapi.service('admin::role').findOne({ code: 'desk-manager' });
    const right = { action: 'admin::users.create', subject: null, properties: {}, conditions: [] };
    await newsroom.strapi.service('admin::role').addPermissions(role.id, [right]);
    // As at Strapi's own route: the right to make accounts is the right to make them with any role.
    expect((await manager.ask('POST', PATH, { csv })).status).toBe(201);
    expect(await accounts('lan-1@%')).toHaveLength(1);
  });

  it('invites each with a link, which the browser does not keep, and remembers who invited whom as what', async () => {
    const csv = 'Họ tên\tE-mail\tVai trò\tCơ quan\nLê Lan\tLan-2@example.vn\tPhóng viên\tSở Y tế\n';
    const answer = await chief.ask('POST', PATH, { csv });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([201, 'no-store']);
    const { data } = (await answer.json()) as Invited;
    expect(data).toEqual([
      { name: 'Lê Lan', email: 'lan-2@example.vn', link: expect.stringMatching(/registrationToken=/), mailed: null },
    ]);
    expect(await accounts('lan-2@%')).toEqual([{ email: 'lan-2@example.vn', firstname: 'Lê Lan', agency }]);
    const rows = await newsroom.sql(
      `SELECT (actor ->> 'id')::int AS by, type, account.email, said.after::text
         FROM desk.audit said JOIN admin_users account USING (document_id)
        WHERE action = 'invite' AND account.email = 'lan-2@example.vn'`,
    );
    const after = { name: 'Lê Lan', email: 'lan-2@example.vn', role: 'desk-reporter', agency };
    expect(rows).toEqual([{ by: chief.id, type: 'admin::user', email: 'lan-2@example.vn', after: expect.any(String) }]);
    expect(JSON.parse(rows[0]!.after as string)).toEqual(after);
    const token = new URL(data[0]!.link, newsroom.url).searchParams.get('registrationToken');
    const kept = await newsroom.sql('SELECT said::text FROM desk.audit said');
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  it('says of each wrong line what is wrong, in the language of whoever asks, and invites nobody', async () => {
    const csv = `Minh,minh-3@example.vn,Phóng viên,Sở Y tế\n\n${'Dài'.repeat(90)},dai@example.vn,Phóng viên,\nTâm,tam@,Phóng viên,\n`;
    const answer = await chief.ask('POST', PATH, { csv });
    expect(answer.status).toBe(400);
    const { error } = (await answer.json()) as Refused;
    expect(error).toMatchObject({
      message: 'desk.lines-refused',
      details: {
        refused: [
          { line: 3, problem: 'Họ tên cần từ 1 đến 255 ký tự.' },
          { line: 4, problem: '“tam@” không phải địa chỉ e-mail.' },
        ],
      },
    });
    expect(await accounts('minh-3@%')).toEqual([]);

    await newsroom.sql(`UPDATE admin_users SET prefered_language = 'en' WHERE id = $1`, [chief.id]);
    const inEnglish = (await (await chief.ask('POST', PATH, { csv: '' })).json()) as Refused;
    expect(inEnglish.error.details.refused[0]!.problem).toMatch(/^The list is empty/);
    await newsroom.sql(`UPDATE admin_users SET prefered_language = NULL WHERE id = $1`, [chief.id]);
    expect((await chief.ask('POST', PATH, { text: csv })).status).toBe(400);
  });

  it('invites nobody when the database refuses one of them', async () => {
    await newsroom.sql(`ALTER TABLE admin_users ADD CONSTRAINT no_tam CHECK (email <> 'tam-4@example.vn')`);
    const csv = 'Lan,lan-4@example.vn,Phóng viên,\nTâm,tam-4@example.vn,Phóng viên,\n';
    expect((await chief.ask('POST', PATH, { csv })).status).toBe(500);
    await newsroom.sql('ALTER TABLE admin_users DROP CONSTRAINT no_tam');
    expect(await accounts('%-4@%')).toEqual([]);
    expect(await invite(csv)).toHaveLength(2);
  });

  it('sends the links where the options say so, and still gives the one that could not be sent', async () => {
    const sent: { to: string; text: string }[] = [];
    const send = async (mail: { to: string; text: string }) => {
      if (mail.to.startsWith('tam-')) throw new Error('550 no such mailbox');
      sent.push(mail);
    };
    await withMail({ send }, async () => {
      const invited = await invite('Lan,lan-5@example.vn,Phóng viên,\nTâm,tam-5@example.vn,Phóng viên,\n');
      expect(invited.map(({ email, mailed }) => [email, mailed])).toEqual([
        ['lan-5@example.vn', true],
        ['tam-5@example.vn', false],
      ]);
      expect(sent).toEqual([expect.objectContaining({ to: 'lan-5@example.vn' })]);
      expect(sent[0]!.text).toContain(invited[0]!.link);
      expect(invited[1]!.link).toContain('registrationToken=');
    });
  });

  it('offers the agencies that there are today', async () => {
    const { agency: make } = writers(newsroom.strapi);
    await make({ name: 'Sở đã giải thể', dissolvedOn: '2020-01-01' });
    await make({ name: 'Trung tâm Y tế', parent: agency });
    const answer = await chief.ask('GET', '/publishing-desk/agencies');
    expect(((await answer.json()) as { data: object[] }).data).toEqual([
      { documentId: agency, name: 'Sở Y tế', parent: null, spellings: ['Sở Y tế'] },
      {
        documentId: expect.any(String),
        name: 'Trung tâm Y tế',
        parent: 'Sở Y tế',
        spellings: ['Trung tâm Y tế'],
      },
    ]);
    const approver = await staff(newsroom, 'desk-approver', agency);
    expect((await approver.ask('GET', '/publishing-desk/agencies')).status).toBe(403);
  });
});
