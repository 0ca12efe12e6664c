import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { writers } from './helpers/content';
import * as bytes from './helpers/file-bytes';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { uploader, type Stored } from './helpers/uploads';

describe('files in a private object store', () => {
  let newsroom: Newsroom;
  let folder: string;
  let content: Buffer;
  let file: Stored;
  let sender: Awaited<ReturnType<typeof uploader>>;

  const get = (address: string, init: RequestInit = {}) => fetch(newsroom.url + address, init);
  const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer()).toString('hex');

  beforeAll(async () => {
    // Strapi puts a provider's name into lower case, so that its path must be.
    const made = await mkdtemp('/tmp/store-');
    folder = made.toLowerCase();
    if (folder !== made) await rename(made, folder);
    await copyFile(path.join(__dirname, 'fixtures/private-store.js'), path.join(folder, 'store.js'));
    newsroom = await startNewsroom(undefined, { environment: { UPLOAD_PROVIDER: path.join(folder, 'store.js') } });
    sender = await uploader(newsroom);
    await newsroom.strapi.plugin('upload').service('upload').setSettings({ sizeOptimization: false });
    content = await bytes.picture('png', 400, 300);
    [file] = (await sender.send({ name: 'kín.png', bytes: content })).files as [Stored];
  });
  afterAll(async () => {
    await newsroom.stop();
    await rm(folder, { recursive: true });
  });

  it('have an address of this server, signed in the panel', async () => {
    const [row] = await newsroom.sql('SELECT url, formats FROM files WHERE id = $1', [file.id]);
    expect(row).toMatchObject({
      url: `/uploads/${file.hash}.png`,
      formats: { thumbnail: { url: `/uploads/thumbnail_${file.hash}.png` } },
    });
    expect(file.url).toMatch(/^\/uploads\/[^?]*\?signature=/);
    expect(await bytesOf(await get(file.url))).toBe(content.toString('hex'));
    expect((await get((file.formats as { thumbnail: Stored }).thumbnail.url)).status).toBe(200);
  });

  it('are public only while something shows them, in part as well, and never under the store’s type', async () => {
    const [address = ''] = file.url.split('?');
    expect((await get(address)).status).toBe(404);
    const article = await writers(newsroom.strapi).article({ cover: file.id });
    const contract = await (await get(`/api/portal/v1/articles/${article.slug}`)).text();
    expect(contract).toContain(`http://127.0.0.1:1337${address}"`);
    expect(contract).not.toContain('store.invalid');
    const whole = await get(address);
    expect([whole.status, whole.headers.get('content-type'), whole.headers.get('x-content-type-options')]).toEqual([
      200,
      'image/png',
      'nosniff',
    ]);
    const part = await get(address, { headers: { Range: 'bytes=1-3' } });
    expect([part.status, part.headers.get('content-range'), await bytesOf(part)]).toEqual([
      206,
      `bytes 1-3/${content.length}`,
      content.subarray(1, 4).toString('hex'),
    ]);
    expect((await get(address, { method: 'HEAD' })).headers.get('content-length')).toBe(String(content.length));
  });

  it('can be replaced, with the address as it was', async () => {
    const other = await bytes.picture('png', 500, 200);
    const [unused] = (await sender.send({ name: 'cũ.png', bytes: content })).files;
    const [replaced] = (await sender.replace(unused!.id, { name: 'mới.png', bytes: other })).files;
    expect(replaced?.url.split('?')[0]).toBe(unused?.url.split('?')[0]);
    expect(await bytesOf(await get(replaced!.url))).toBe(other.toString('hex'));
  });
});
