import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { oneArticle } from '../../src/contract';
import { writers } from '../helpers/content';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';
import { BASE } from './contract-paths';

const NAMES = [
  '../../../etc/passwd.gif',
  '..\\..\\boot.gif',
  'a\r\nX-Sent: 1.gif',
  'a\u0000b.gif',
  'a b?c#d%2e%2e%2f.gif',
  '"><script>alert(9920)</script>.gif',
  'javascript:alert(9920).gif',
  `${'ồ'.repeat(83)}.gif`,
  'Quyết định số 12.gif'.normalize('NFD'),
  '\u202efig.exe.gif',
  '.gif',
  '😀.gif',
];

describe('a file with a hostile name', () => {
  let newsroom: Newsroom;
  let folder: string;
  let bytes: Buffer;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'names-'));
    // Strapi stores a GIF as it is.
    bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#3a7' } })
      .gif()
      .toBuffer();
  });
  afterAll(async () => {
    await fs.rm(folder, { recursive: true });
    await newsroom.stop();
  });

  async function upload(originalFilename: string): Promise<{ id: unknown }> {
    const filepath = path.join(folder, 'tep');
    await fs.writeFile(filepath, bytes);
    const files = { filepath, originalFilename, mimetype: 'text/html', size: bytes.length };
    const [file] = await newsroom.strapi
      .plugin('upload')
      .service('upload')
      .upload({ data: { fileInfo: {} }, files });
    return file;
  }

  it.each(NAMES)('gets an address that leads to it and nowhere else: %j', async (name) => {
    const file = await upload(name);
    const { slug } = await writers(newsroom.strapi).article({ attachments: [file.id] });
    const { data } = oneArticle.parse(await (await fetch(`${newsroom.url}${BASE}/articles/${slug}`)).json());
    const { url, name: shown } = data.attachments[0]!;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:1337\/uploads\/[\w.-]+$/);
    expect(new URL(url).href).toBe(url);
    expect(shown).toBe(shown.normalize('NFC'));
    expect(shown).not.toMatch(/[\/\\\p{Cc}\u202e]/u);
    const answer = await fetch(newsroom.url + new URL(url).pathname);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/gif']);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
  });
});
