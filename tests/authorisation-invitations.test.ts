import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { post, PASSWORD } from './helpers/sign-in';

type Outcome = { invited: { email: string; link: string }[]; refused: { line: number; problem: string }[] };

describe('inviting users by a CSV', () => {
  let newsroom: Newsroom;
  let agency: { documentId: string; slug: string };

  const invite = (csv: string): Promise<Outcome> =>
    newsroom.strapi.plugin('publishing-desk').service('invitations').fromCsv(csv);
  const accounts = () => newsroom.sql('SELECT email, agency, is_active FROM admin_users ORDER BY email');

  beforeAll(async () => {
    newsroom = await startNewsroom();
    agency = await writers(newsroom.strapi).agency({ name: 'Sở Y tế' });
  });
  afterAll(() => newsroom.stop());

  it('refuses all of it for one bad line, and says what is wrong with which', async () => {
    const { invited, refused } = await invite(
      [
        'Họ tên,Thư,Vai trò,Cơ quan',
        'Lê Lan,lan@example.vn,Phóng viên,Sở Y tế',
        'Minh,minh@,Phóng viên,Sở Y tế',
        'Tâm,tam@example.vn,Thủ trưởng,Sở Y tế',
        'Hà,ha@example.vn,desk-editor,Sở Không',
        'Lan,LAN@example.vn,desk-editor,',
      ].join('\n'),
    );
    expect(invited).toEqual([]);
    expect(refused.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
    expect(refused[2]!.problem).toContain('Sở Không');
    expect(await accounts()).toEqual([]);
  });

  it('makes accounts of the agency with the role, and a link by which each sets a password', async () => {
    const { invited, refused } = await invite(
      `Lê Lan;lan@example.vn;Phóng viên;Sở Y tế\r\nMinh;minh@example.vn;desk-approver;${agency.slug}\r\n`,
    );
    expect(refused).toEqual([]);
    expect(await accounts()).toEqual([
      { email: 'lan@example.vn', agency: agency.documentId, is_active: false },
      { email: 'minh@example.vn', agency: agency.documentId, is_active: false },
    ]);
    const registrationToken = new URL(invited[0]!.link, 'http://localhost').searchParams.get('registrationToken');
    const userInfo = { firstname: 'Lê Lan', password: PASSWORD };
    const answer = await fetch(`${newsroom.url}/admin/register`, post({ registrationToken, userInfo }));
    expect(answer.status).toBe(200);
    const { data } = (await answer.json()) as { data: { token: string } };
    const list = await fetch(`${newsroom.url}/content-manager/collection-types/plugin::newsroom.article`, {
      headers: { Authorization: `Bearer ${data.token}` },
    });
    expect(list.status).toBe(200);
    expect((await invite('Lan;lan@example.vn;Phóng viên;')).refused).toEqual([
      { line: 1, problem: 'Đã có người dùng lan@example.vn.' },
    ]);
  });
});
