import { readdir, readFile, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as bytes from './helpers/file-bytes';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { uploader } from './helpers/uploads';

const { HTML, SVG } = bytes;

describe('upload-guard', () => {
  let newsroom: Newsroom;
  let editor: Awaited<ReturnType<typeof uploader>>;
  let jpeg: Buffer;
  let png: Buffer;
  let gif: Buffer;

  const storedFiles = async () => (await readdir(path.join(newsroom.strapi.dirs.static.public, 'uploads'))).length;
  const rows = async () => Number((await newsroom.sql('SELECT count(*) AS n FROM files'))[0]?.n);

  beforeAll(async () => {
    newsroom = await startNewsroom();
    editor = await uploader(newsroom);
    [jpeg, png, gif] = await Promise.all([bytes.picture('jpeg'), bytes.picture('png'), bytes.picture('gif')]);
  });
  afterAll(() => newsroom.stop());

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
    ['a tag of an MP3 before a page', 'unknown', 'a.mp3', () => Buffer.concat([bytes.mp3(0), HTML])],
    ['a tag of an MP3 before junk', 'unknown', 'a.mp3', () => Buffer.concat([bytes.mp3(0), Buffer.alloc(2_000)])],
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

  it('speaks English to who works in English', async () => {
    const english = await uploader(newsroom, 'en');
    const { message } = await english.send({ name: 'drawing.svg', bytes: SVG });
    expect(message).toMatch(/^“drawing.svg” was refused: .*Accepted: pictures JPEG, .* export it as PNG\.$/);
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
