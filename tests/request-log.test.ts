import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { signIn } from './helpers/sign-in';
import { watchLog } from './hostile/log-watch';

describe('the log of requests', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
  });
  afterAll(() => newsroom.stop());

  it('names what was asked for, and nothing of it that opens anything', async () => {
    const { strapi, url } = newsroom;
    const chief = await signIn(newsroom, 'strapi-super-admin', 'chief@example.vn');
    const { documentId } = await writers(strapi).draft({ title: 'Nháp' });
    const read = async (answer: Promise<Response>) => ((await (await answer).json()) as { data: never }).data;
    const preview = (await read(
      chief.ask(
        'GET',
        `/content-manager/preview/url/plugin::newsroom.article?documentId=${documentId}&locale=vi&status=draft`,
      ),
    )) as { url: string };
    const token = preview.url.split('/').at(-1)!;
    const role = await strapi.db.query('admin::role').findOne({ where: { code: 'desk-reporter' } });
    const invited = { email: 'moi@example.vn', firstname: 'Mới', roles: [role.id] };
    const { registrationToken } = (await read(chief.ask('POST', '/admin/users', invited))) as Record<string, string>;

    const log = watchLog(strapi);
    for (const path of [
      preview.url.replace(/^https?:\/\/[^/]+/, ''),
      `/api/portal/v1/preview/${token}`,
      `/admin/registration-info?registrationToken=${registrationToken}`,
      `/admin/auth/reset-password?code=${registrationToken}`,
      '/khong-co/trang-nao?trang=2',
    ]) {
      await (await fetch(url + path)).arrayBuffer();
    }
    const lines = log.take().filter(({ level }) => level === 'http');
    const said = lines.map(({ message }) => message).join('\n');
    expect(lines).toHaveLength(5);
    expect(said).toContain('GET /xem-truoc/* (');
    expect(said).toContain('GET /admin/registration-info?registrationToken (');
    expect(said).toMatch(/GET \/khong-co\/trang-nao\?trang \(\d+ ms\) 404/);
    for (const secret of [token, token.split('.')[1]!, registrationToken!]) {
      expect(secret).toMatch(/.{20}/);
      expect(said).not.toContain(secret);
    }
  });
});
