import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { writers } from './helpers/content';
import * as bytes from './helpers/file-bytes';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { documentsOf } from './helpers/documents';
import { expectedErrors } from './helpers/log';
import { ARTICLE } from './helpers/previews';
import { signedAt, uploader, type Stored } from './helpers/uploads';

describe('files in a private object store', () => {
  let newsroom: Newsroom;
  let folder: string;
  let content: Buffer;
  let file: Stored;
  let sender: Awaited<ReturnType<typeof uploader>>;

  const get = (address: string, init: RequestInit = {}) => fetch(newsroom.url + address, init);
  const statusOf = async (address: string) => {
    const answer = await get(address);
    await answer.arrayBuffer();
    return answer.status;
  };
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

  it('are closed to the public at once when what shows them is withdrawn or unpublished, and when a signature ends', async () => {
    const [one] = (await sender.send({ name: 'rút.png', bytes: content })).files;
    const [address = ''] = one!.url.split('?');
    const statuses = () => Promise.all([address, address.replace('/uploads/', '/uploads/thumbnail_')].map(statusOf));
    const { documentId } = await writers(newsroom.strapi).article({ cover: one!.id });
    expect(await statuses()).toEqual([200, 200]);
    const withdrawal = newsroom.strapi.plugin('publishing-desk').service('withdrawal');
    await withdrawal.withdraw(documentId, 'vi', { outcome: 'gone', reason: 'Đăng nhầm.', movedTo: null });
    expect(await statuses()).toEqual([404, 404]);
    await withdrawal.reinstate(documentId, 'vi');
    expect(await statuses()).toEqual([200, 200]);
    await documentsOf(newsroom.strapi)(ARTICLE).unpublish({ documentId, locale: 'vi' });
    expect(await statuses()).toEqual([404, 404]);
    const hour = 3_600_000;
    expect(await statusOf(signedAt(newsroom, address, Date.now() - 0.5 * hour))).toBe(200);
    expect(await statusOf(signedAt(newsroom, address, Date.now() - 1.5 * hour))).toBe(404);
  });

  it.each(['refuses', 'breaks off'])('are a 503 that is logged once while the store %s', async (fault) => {
    const store = requireApp(path.join(folder, 'store.js')) as { fault: string | null };
    const logged = expectedErrors(newsroom);
    store.fault = fault;
    expect([await statusOf(file.url), await statusOf(file.url)]).toEqual([503, 503]);
    expect(logged).toEqual([expect.stringMatching(/^upload-guard cannot fetch: ./)]);
    store.fault = null;
    expect(await statusOf(file.url)).toBe(200);
    jest.restoreAllMocks();
  });

  it('can be replaced, at another address', async () => {
    const other = await bytes.picture('png', 500, 200);
    const [unused] = (await sender.send({ name: 'cũ.png', bytes: content })).files;
    const [replaced] = (await sender.replace(unused!.id, { name: 'mới.png', bytes: other })).files;
    const [former, present] = [unused!, replaced!].map(({ url }) => url.split('?')[0]!);
    expect(present).not.toBe(former);
    expect(await bytesOf(await get(replaced!.url))).toBe(other.toString('hex'));
    // The signed address of the old one leads to a signed one.
    expect(await bytesOf(await get(unused!.url))).toBe(other.toString('hex'));
    const store = requireApp(path.join(folder, 'store.js')) as { names(): string[] };
    expect(store.names()).toContain(path.basename(present!));
    expect(store.names()).not.toContain(path.basename(former!));
  });
});
