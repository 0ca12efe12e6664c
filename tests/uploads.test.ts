import { readdir, readFile, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import * as bytes from './helpers/file-bytes';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { uploader, type Sent } from './helpers/uploads';

const HTML = Buffer.from('<!DOCTYPE html><html><script>alert(document.cookie)</script></html>');
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

describe('the guard of uploads', () => {
  let newsroom: Newsroom;
  let editor: Awaited<ReturnType<typeof uploader>>;
  let jpeg: Buffer;
  let png: Buffer;
  let gif: Buffer;

  const uploads = () => path.join(newsroom.strapi.dirs.static.public, 'uploads');
  const storedFiles = async () => (await readdir(uploads())).length;
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
    expect(Buffer.compare(await readFile(path.join(uploads(), path.basename(files[0]?.url ?? ''))), sent)).toBe(0);
  });

  it.each<[string, string, string, () => Buffer | Promise<Buffer>]>([
    ['SVG with a script', 'unknown', 'vẽ.svg', () => SVG],
    ['SVG by another name', 'unknown', 'vẽ.png', () => SVG],
    ['HTML named .jpg', 'unknown', 'ảnh.jpg', () => HTML],
    ['HTML named .pdf', 'unknown', 'văn bản.pdf', () => HTML],
    ['a script', 'unknown', 'mã.js', () => Buffer.from('alert(1)')],
    ['a program', 'unknown', 'ảnh.jpg', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)])],
    ['an archive', 'unknown', 'gói.zip', () => bytes.zip({ 'a.txt': 'a' })],
    ['a drawing of OpenDocument', 'unknown', 'vẽ.odg', () => bytes.openDocument('graphics')],
    ['a picture named as a page', 'ending', 'trang.html', () => jpeg],
    ['a PDF named as a picture', 'ending', 'ảnh.jpg', () => bytes.pdf()],
    ['a page after a JPEG', 'active', 'a.jpg', () => Buffer.concat([jpeg, HTML])],
    ['a page after a PNG', 'active', 'a.png', () => Buffer.concat([png, HTML])],
    ['an archive after a JPEG', 'foreign', 'a.jpg', () => Buffer.concat([jpeg, bytes.zip({ 'a.class': 'a' })])],
    ['an archive after a GIF (GIFAR)', 'foreign', 'a.gif', () => Buffer.concat([gif, bytes.zip({ 'a.class': 'a' })])],
    ['an archive in a comment of a JPEG', 'foreign', 'a.jpg', () => bytes.withComment(jpeg, bytes.zip({ a: 'a' }))],
    ['a PDF after a GIF', 'foreign', 'a.gif', () => Buffer.concat([gif, bytes.pdf()])],
    ['a PDF in a comment of a JPEG', 'active', 'a.jpg', () => bytes.withComment(jpeg, bytes.pdf())],
    ['a page in a comment of a JPEG', 'active', 'a.jpg', () => bytes.withComment(jpeg, HTML)],
    ['a page in a chunk of a PNG', 'active', 'a.png', () => bytes.withChunk(png, 'tEXt', `Comment\0${HTML}`)],
    ['a GIF that is a script', 'active', 'a.gif', () => scriptGif(gif)],
    ['two kilobytes after a WebP', 'foreign', 'a.webp', async () => withTail(await bytes.picture('webp'))],
    ['two kilobytes after an AVIF', 'broken', 'a.avif', async () => withTail(await bytes.picture('avif'))],
    ['two kilobytes after a PNG', 'foreign', 'a.png', () => withTail(png)],
    ['a PDF after junk', 'unknown', 'a.pdf', () => Buffer.concat([Buffer.from('junk\n'), bytes.pdf()])],
    ['a page in front of a PDF', 'active', 'a.pdf', () => bytes.pdf(`${HTML}\n`)],
    ['a page after a PDF', 'foreign', 'a.pdf', () => Buffer.concat([bytes.pdf('%'.repeat(5_000)), HTML])],
    ['an archive after a PDF', 'foreign', 'a.pdf', () => Buffer.concat([bytes.pdf(), bytes.zip({ a: 'a' })])],
    ['a PDF cut off', 'broken', 'a.pdf', () => bytes.pdf('%'.repeat(5_000)).subarray(0, -30)],
    ['a DOCX with macros', 'macro', 'a.docx', () => bytes.office('word', { 'word/vbaProject.bin': 'x' })],
    ['a DOCX that leaves its folder', 'foreign', 'a.docx', () => bytes.office('word', { '../../x': 'x' })],
    ['a page in front of a DOCX', 'unknown', 'a.docx', () => Buffer.concat([HTML, bytes.office('word')])],
    ['a DOCX with something after it', 'broken', 'a.docx', () => Buffer.concat([bytes.office('word'), HTML])],
    ['a DOCX cut off', 'broken', 'a.docx', () => bytes.office('word').subarray(0, -9)],
    ['a tag of an MP3 before a page', 'active', 'a.mp3', () => Buffer.concat([bytes.mp3(0), HTML])],
    ['a tag of an MP3 before junk', 'broken', 'a.mp3', () => Buffer.concat([bytes.mp3(0), Buffer.alloc(2_000)])],
    ['an MP4 cut off', 'broken', 'a.mp4', () => bytes.mp4().subarray(0, -9)],
    ['an archive after an MP4', 'foreign', 'a.mp4', () => Buffer.concat([bytes.mp4(), bytes.zip({ a: 'a' })])],
    ['a JPEG cut off', 'broken', 'a.jpg', () => half(jpeg)],
    ['a PNG cut off', 'broken', 'a.png', () => half(png)],
    ['a GIF cut off', 'broken', 'a.gif', () => half(gif)],
    ['a WebP cut off', 'broken', 'a.webp', async () => half(await bytes.picture('webp'))],
    ['an AVIF cut off', 'broken', 'a.avif', async () => half(await bytes.picture('avif'))],
    ['an animation cut off', 'broken', 'a.gif', async () => half(await bytes.animation(60, 40, 5))],
    ['a JPEG cut off and closed again', 'broken', 'a.jpg', () => Buffer.concat([half(jpeg), jpeg.subarray(-2)])],
    [
      'a PNG with a damaged line',
      'broken',
      'a.png',
      () => Buffer.from(png).fill(0, png.length >> 1, (png.length >> 1) + 8),
    ],
    ['a JPEG without its last marker', 'broken', 'a.jpg', () => jpeg.subarray(0, -2)],
    ['a picture of one side too long', 'pixels', 'a.png', () => bytes.picture('png', 20_001, 1)],
    ['a picture of too many bytes', 'bytes', 'a.png', () => Buffer.concat([png, Buffer.alloc(30 * 1024 * 1024)])],
  ])('refuses %s (%s), and leaves nothing behind', async (_what, reason, name, make) => {
    const before = [await rows(), await storedFiles()];
    const sent = await make();
    const lying = await inTemporaryFolder(sent);
    const answer = await editor.send({ name, bytes: sent, type: 'image/jpeg' });
    expect(answer).toMatchObject({ status: 400, reason, files: [] });
    expect(answer.message).toMatch(/^Không nhận tệp “.+”: .*(?:nhận|Hãy)/);
    expect([await rows(), await storedFiles()]).toEqual(before);
    expect(await inTemporaryFolder(sent)).toEqual(lying);
  });

  it.each([30_000, 19_000])(
    'refuses a small file of %d pixels squared by its header, without the memory that they would take',
    async (side) => {
      const bomb = bytes.pixelBomb(side);
      expect(bomb.length).toBeLessThan(1024 * 1024);
      const before = process.resourceUsage().maxRSS;
      const answer = await editor.send({ name: 'bom.png', bytes: bomb });
      expect(answer).toMatchObject({ status: 400, reason: 'pixels' });
      expect(answer.message).toContain(`${side} × ${side} điểm ảnh). Chỉ nhận đến 50 triệu điểm ảnh`);
      expect(process.resourceUsage().maxRSS - before).toBeLessThan(60 * 1024);
    },
  );

  it('counts the pixels of all frames of an animation', async () => {
    const answer = await editor.send({ name: 'bom.gif', bytes: await bytes.animation(1_000, 1_000, 51) });
    expect(answer).toMatchObject({ reason: 'pixels' });
    expect(answer.message).toContain('1000 × 1000 × 51');
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

  it('speaks English to who works in English', async () => {
    const english = await uploader(newsroom, 'en');
    const { message } = await english.send({ name: 'drawing.svg', bytes: SVG });
    expect(message).toMatch(/^“drawing.svg” was refused: .*Accepted: pictures JPEG, .* export it as PNG\.$/);
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
      { name: 'mới.jpg', url: stored?.url, width: 80 },
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
    expect((await stat(path.join(uploads(), path.basename(stored?.url ?? '')))).size).toBe(jpeg.length);
    const renamed = await editor.rename(stored?.id ?? 0, 'Ảnh\u202e mới/../x.html');
    expect(renamed.files).toMatchObject([{ name: 'Ảnh mới-..-x.html.jpg' }]);
  });

  it('makes a safe name of any', async () => {
    const { renamed } = await import('../src/plugins/publishing-desk/server/src/uploads/file-name');
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.constantFrom('.jpg', '.pdf', '.docx'),
        (name, ending) => {
          const made = renamed(name, ending);
          expect(made.endsWith(ending) && made.length > ending.length && made.length <= 255).toBe(true);
          expect(made).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|^[.\s]|^(con|nul|aux|prn)\./iu);
          expect(made).toBe(made.normalize('NFC'));
          expect(renamed(made, ending)).toBe(made);
        },
      ),
      { numRuns: 2_000 },
    );
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

    it('lets nothing run that lies there from before, however its address is written', async () => {
      const { writeFile } = await import('node:fs/promises');
      await writeFile(path.join(uploads(), 'cu.svg'), SVG);
      await writeFile(path.join(uploads(), 'cu.html'), HTML);
      for (const address of [
        '/uploads/cu.svg',
        '/uploads/cu.html',
        '/%75ploads/cu.html',
        '/uploads%2Fcu.html',
        '//uploads/cu.html',
      ]) {
        const { status, policy, saved } = await headersOf(address);
        if (status !== 200) continue;
        expect([address, saved, policy]).toEqual([address, 'attachment', expect.stringMatching(/sandbox$/)]);
      }
      expect(await headersOf('/%75ploads/cu.html')).toMatchObject({ status: 200 });
    });
  });
});

const half = (content: Buffer) => content.subarray(0, content.length / 2);

const withTail = (content: Buffer) => Buffer.concat([content, Buffer.alloc(2_048, 'x')]);

/** A GIF of one long line whose size, read as text, opens a comment that is closed in a comment of the picture. */
function scriptGif(gif: Buffer): Buffer {
  const made = Buffer.concat([
    gif.subarray(0, -1),
    Buffer.from([0x21, 0xfe, 16]),
    Buffer.from('*/=1;alert(1);//'),
    Buffer.from([0, 0x3b]),
  ]);
  made.write('/*', 6, 'latin1');
  return made;
}

/** The names of temporary files with just this content. */
async function inTemporaryFolder(content: Buffer): Promise<string[]> {
  const left: string[] = [];
  for (const name of await readdir(os.tmpdir())) {
    const file = path.join(os.tmpdir(), name);
    const about = await stat(file).catch(() => null);
    if (about?.isFile() && about.size === content.length && content.equals(await readFile(file))) left.push(name);
  }
  return left;
}
