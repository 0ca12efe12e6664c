import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as bytes from './helpers/file-bytes';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { uploader, type Sent, type Stored } from './helpers/uploads';

const { HTML, SVG } = bytes;

describe('upload-guard', () => {
  let newsroom: Newsroom;
  let editor: Awaited<ReturnType<typeof uploader>>;
  let jpeg: Buffer;
  let png: Buffer;
  let gif: Buffer;

  const uploads = () => path.join(newsroom.strapi.dirs.static.public, 'uploads');
  const storedName = (file?: Stored) => `${file?.hash}${file?.ext}`;
  const rows = async () => Number((await newsroom.sql('SELECT count(*) AS n FROM files'))[0]?.n);

  beforeAll(async () => {
    newsroom = await startNewsroom();
    editor = await uploader(newsroom);
    // Strapi makes pictures lighter unless it is told not to, so that a stored file would not be what was sent.
    await newsroom.strapi.plugin('upload').service('upload').setSettings({ sizeOptimization: false });
    [jpeg, png, gif] = await Promise.all([bytes.picture('jpeg'), bytes.picture('png'), bytes.picture('gif')]);
  });
  afterAll(() => newsroom.stop());

  it.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ['ảnh.jpg', 'image/jpeg', () => jpeg],
    ['ảnh.png', 'image/png', () => png],
    ['ảnh.gif', 'image/gif', () => gif],
    ['ảnh.webp', 'image/webp', () => bytes.picture('webp')],
    ['ảnh.avif', 'image/avif', () => bytes.picture('avif')],
    ['động.gif', 'image/gif', () => bytes.animation(60, 40, 5)],
    ['tờ trình.pdf', 'application/pdf', () => bytes.pdf()],
    [
      'báo cáo.docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      () => bytes.office('word'),
    ],
    ['biểu.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', () => bytes.office('xl')],
    [
      'trình chiếu.pptx',
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      () => bytes.office('ppt'),
    ],
    ['văn bản.odt', 'application/vnd.oasis.opendocument.text', () => bytes.openDocument('text')],
    ['bảng.ods', 'application/vnd.oasis.opendocument.spreadsheet', () => bytes.openDocument('spreadsheet')],
    ['phát thanh.mp3', 'audio/mpeg', () => bytes.mp3()],
    ['phóng sự.mp4', 'video/mp4', () => bytes.mp4()],
  ])('stores %s as it was sent, with the type of its content: %s', async (name, mime, make) => {
    const sent = await make();
    const { message, files } = await editor.send({ name, bytes: sent, type: 'text/html' });
    expect(message).toBe('');
    expect(files).toMatchObject([{ name, mime, ext: path.extname(name) }]);
    expect(Buffer.compare(await readFile(path.join(uploads(), storedName(files[0]))), sent)).toBe(0);
  });

  it('takes a telephone’s JPEG with a preview after it, and a little padding', async () => {
    const preview = await bytes.picture('jpeg', 32, 24);
    const { files, message } = await editor.send({
      name: 'máy ảnh.jpg',
      bytes: Buffer.concat([jpeg, preview, Buffer.alloc(900)]),
    });
    expect([message, files]).toMatchObject(['', [{ mime: 'image/jpeg', width: 160 }]]);
  });

  it('renames a picture that was saved under another picture’s ending', async () => {
    const { files } = await editor.send({ name: 'Ảnh web.JPG', bytes: await bytes.picture('webp') });
    expect(files).toMatchObject([{ name: 'Ảnh web.webp', ext: '.webp', mime: 'image/webp' }]);
  });

  it('stores none of several files when one is refused', async () => {
    const before = await rows();
    const good: Sent = { name: 'được.jpg', bytes: jpeg };
    expect(await editor.send(good, { name: 'không.jpg', bytes: HTML })).toMatchObject({
      status: 400,
      reason: 'unknown',
    });
    expect(await rows()).toBe(before);
    expect((await editor.send(good, { name: 'cũng được.png', bytes: png })).files.map(({ name }) => name)).toEqual([
      'được.jpg',
      'cũng được.png',
    ]);
  });

  it('stands on every way into the media library', async () => {
    const page: Sent = { name: 'trang.jpg', bytes: HTML };
    const [stored] = (await editor.send({ name: 'cũ.jpg', bytes: jpeg })).files;
    const id = stored?.id ?? 0;
    expect(await editor.sendAlone(page)).toMatchObject({ status: 400, reason: 'unknown' });
    expect(await editor.replace(id, page)).toMatchObject({ status: 400, reason: 'unknown' });
    expect(await editor.replace(id, { name: 'mới.png', bytes: png })).toMatchObject({ reason: 'replaced' });
    const other = await bytes.picture('jpeg', 80, 60);
    expect((await editor.replace(id, { name: 'mới.jpg', bytes: other })).files).toMatchObject([
      { id, name: 'mới.jpg', width: 80 },
    ]);

    newsroom.strapi.config.set('plugin::publishing-desk.tokensThatWrite', ['máy']);
    const { accessKey } = await newsroom.strapi
      .service('admin::api-token')
      .create({ name: 'máy', type: 'full-access', description: '', lifespan: null });
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(HTML)]), 'trang.jpg');
    const headers = { authorization: `Bearer ${accessKey}` };
    const answer = await fetch(`${newsroom.url}/api/upload`, { method: 'POST', headers, body: form });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('Không nhận tệp “trang.jpg”')]);
  });

  it('keeps the letters of a name and nothing else', async () => {
    const named = async (name: string, info?: object) => (await editor.send({ name, bytes: jpeg, info })).files[0];
    expect((await named('../../etc/Giấy mời.jpg'))?.name).toBe('etc-Giấy mời.jpg');
    expect((await named('ảnh.jpg', { name: 'Giấy\r\nmời\0 \u202egpj.exe' }))?.name).toBe('Giấymời gpj.exe.jpg');
    expect((await named('ảnh.jpg', { name: 'Tie\u0302\u0301ng Vie\u0323\u0302t.JPEG' }))?.name).toBe('Tiếng Việt.jpg');
    expect((await named('con.jpg', { name: 'con.jpg' }))?.name).toBe('tep-con.jpg');
    expect((await named('ảnh.jpg', { name: 'QĐ 12/2026 về "cầu"' }))?.name).toBe('QĐ 12-2026 về -cầu-.jpg');
    const long = 'Ủy ban nhân dân tỉnh ban hành '.repeat(20).slice(0, 150);
    expect(Buffer.byteLength(long)).toBeGreaterThan(180);
    expect((await named(`${long}.jpg`))?.name).toBe(`${long.trim()}.jpg`);
    const stored = await named('ảnh.jpg', { name: `${'a'.repeat(400)}.jpg` });
    expect(stored?.name).toBe(`${'a'.repeat(251)}.jpg`);
    expect((await stat(path.join(uploads(), storedName(stored)))).size).toBe(jpeg.length);
    const renamed = await editor.rename(stored?.id ?? 0, 'Ảnh\u202e mới/../x.html');
    expect(renamed.files).toMatchObject([{ name: 'Ảnh mới-..-x.html.jpg' }]);
  });

  describe('serving', () => {
    const headersOf = async (address: string) => {
      const { status, headers } = await fetch(`${newsroom.url}${address}`);
      const {
        'content-security-policy': policy,
        'x-content-type-options': sniffing,
        'content-disposition': saved,
      } = Object.fromEntries(headers);
      return { status, policy, sniffing, saved: saved ?? null, type: headers.get('content-type') };
    };
    const fileOf = async (name: string, content: Buffer) =>
      (await editor.send({ name, bytes: content })).files[0]?.url ?? '';

    it('shows pictures and recordings, and lets them run nothing', async () => {
      for (const [name, content] of [
        ['a.jpg', jpeg],
        ['a.mp4', bytes.mp4()],
      ] as const) {
        const served = await headersOf(await fileOf(name, content));
        expect(served).toMatchObject({ status: 200, sniffing: 'nosniff', saved: null });
        expect(served.policy).toMatch(/^default-src 'none';.* sandbox$/);
      }
    });

    it('shows PDF without a sandbox, in which some browsers do not open their reader', async () => {
      const served = await headersOf(await fileOf('a.pdf', bytes.pdf()));
      expect(served).toMatchObject({ type: 'application/pdf', sniffing: 'nosniff', saved: null });
      expect(served.policy).toMatch(/^default-src 'none';(?!.*sandbox)/);
    });

    it('hands out other documents for saving', async () => {
      expect(await headersOf(await fileOf('a.docx', bytes.office('word')))).toMatchObject({ saved: 'attachment' });
    });

    it('gives nothing that lies there and is no file of the media library, however its address is written', async () => {
      await writeFile(path.join(uploads(), 'cu.svg'), SVG);
      await writeFile(path.join(uploads(), 'cu.html'), HTML);
      for (const address of [
        '/uploads/cu.svg',
        '/uploads/cu.html',
        '/%75ploads/cu.html',
        '/uploads%2Fcu.html',
        '//uploads/cu.html',
        '/assets/%2e%2e/uploads/cu.html',
      ]) {
        expect([address, (await headersOf(address)).status]).toEqual([address, 404]);
      }
    });
  });
});
