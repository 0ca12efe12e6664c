import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { oneArticle } from '../../src/plugins/portal-feeds/server/src/contract';
import { writers } from '../helpers/content';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';
import { BASE } from './contract-paths';

const NAMES = [
  '../../../etc/passwd.txt',
  '..\\..\\boot.txt',
  'a\r\nX-Sent: 1.txt',
  'a\u0000b.txt',
  'a b?c#d%2e%2e%2f.txt',
  '"><script>alert(9920)</script>.txt',
  'javascript:alert(9920).txt',
  `${'ồ'.repeat(83)}.txt`,
  'Quyết định số 12.txt'.normalize('NFD'),
  '\u202etxt.exe.txt',
  '.txt',
  '😀.txt',
];

describe('a file with a hostile name', () => {
  let newsroom: Newsroom;
  let folder: string;
  const refused: string[] = [];

  beforeAll(async () => {
    newsroom = await startNewsroom();
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'names-'));
  });
  afterAll(async () => {
    await fs.rm(folder, { recursive: true });
    await newsroom.stop();
  });

  async function upload(originalFilename: string): Promise<{ id: unknown } | null> {
    const filepath = path.join(folder, 'tep');
    await fs.writeFile(filepath, 'nội dung');
    const files = { filepath, originalFilename, mimetype: 'text/plain', size: 9 };
    const service = newsroom.strapi.plugin('upload').service('upload');
    return service.upload({ data: { fileInfo: {} }, files }).then(
      ([file]: [{ id: unknown }]) => file,
      ({ name }: Error) => {
        expect(name).toBe('ApplicationError');
        return null;
      },
    );
  }

  it.each(NAMES)('is refused, or gets an address that leads to it and nowhere else: %j', async (name) => {
    const file = await upload(name);
    if (!file) return void refused.push(name);
    const { slug } = await writers(newsroom.strapi).article({ attachments: [file.id] });
    const { data } = oneArticle.parse(await (await fetch(`${newsroom.url}${BASE}/articles/${slug}`)).json());
    const { url, name: shown } = data.attachments[0]!;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:1337\/uploads\/[\w.-]+$/);
    expect(new URL(url).href).toBe(url);
    expect(shown).toBe(shown.normalize('NFC'));
    const answer = await fetch(newsroom.url + new URL(url).pathname);
    expect([answer.status, await answer.text()]).toEqual([200, 'nội dung']);
  });

  it('is refused only for what no file system takes', () => {
    expect(refused).toEqual(NAMES.filter((name) => /[\\/:*?"<>|\0\r\n]/.test(name)));
  });
});
