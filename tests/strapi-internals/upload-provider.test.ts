import { isPanelLogo } from '../../src/strapi-internals/upload-provider';
import * as bytes from '../helpers/file-bytes';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';
import { signIn } from '../helpers/sign-in';

describe('the upload provider', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
  });
  afterAll(() => newsroom.stop());

  it('stands at the upload plugin, with the methods that Strapi gives every provider', () => {
    const { provider } = newsroom.strapi.plugin('upload') as unknown as { provider: Record<string, unknown> };
    for (const method of ['isPrivate', 'getSignedUrl', 'uploadStream', 'replaceStream'])
      expect([method, typeof provider[method]]).toEqual([method, 'function']);
  });

  it('keeps the panel’s logos at addresses that a setting names', async () => {
    const admin = await signIn(newsroom, 'strapi-super-admin', 'logo@toasoan.vn');
    const login = await fetch(`${newsroom.url}/admin/access-token`, {
      method: 'POST',
      headers: { cookie: admin.cookie },
    });
    const { token } = ((await login.json()) as { data: { token: string } }).data;
    const form = new FormData();
    form.append(
      'menuLogo',
      new Blob([new Uint8Array(await bytes.picture('png', 100, 100))], { type: 'image/png' }),
      'a.png',
    );
    const sent = await fetch(`${newsroom.url}/admin/project-settings`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });
    const { menuLogo } = (await sent.json()) as { menuLogo: { url: string } };
    const isLogo = async (path: string) =>
      (await newsroom.sql(`SELECT ${isPanelLogo('$1::text')} AS is`, [path]))[0]?.is;
    expect([await isLogo(menuLogo.url), await isLogo('/uploads/'), await isLogo(menuLogo.url.slice(0, -1))]).toEqual([
      true,
      false,
      false,
    ]);
    expect((await fetch(newsroom.url + menuLogo.url)).status).toBe(200);
  });
});
