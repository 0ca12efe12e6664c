import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import sharp from 'sharp';

type Format = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif';

/** A picture with enough detail that a missing second half is noticed. */
export function picture(format: Format, width = 160, height = 120): Promise<Buffer> {
  const noise = Buffer.from(
    Array.from({ length: width * height * 3 }, (_, at) => (at * 7919 + (at >> 3) * 104_729) % 251),
  );
  return sharp(noise, { raw: { width, height, channels: 3 } })
    .toFormat(format)
    .toBuffer();
}

export async function animation(width: number, height: number, frames: number): Promise<Buffer> {
  const raw = Buffer.alloc(width * height * frames * 3, (frames * 31) % 251);
  for (let frame = 0; frame < frames; frame += 1)
    raw.fill(frame * 40, frame * width * height * 3, frame * width * height * 3 + width * 30);
  return sharp(raw, { raw: { width, height: height * frames, channels: 3, pageHeight: height } })
    .gif({ keepDuplicateFrames: true })
    .toBuffer();
}

const u16 = (value: number) => Buffer.from([value & 255, value >> 8]);
const u32 = (value: number) => Buffer.concat([u16(value & 0xffff), u16(value >>> 16)]);
const be32 = (value: number) => Buffer.from(u32(value)).reverse();

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  return Buffer.concat([be32(data.length), body, be32(crc32(body))]);
}

/** A PNG of one bit a pixel, all of them white: nine hundred million take a hundred kilobytes. */
export function pixelBomb(side: number): Buffer {
  const header = Buffer.concat([be32(side), be32(side), Buffer.from([1, 0, 0, 0, 0])]);
  const lines = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', lines),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A PNG with a chunk of its own before the last, IEND. */
export const withChunk = (png: Buffer, type: string, text: string): Buffer =>
  Buffer.concat([png.subarray(0, -12), chunk(type, Buffer.from(text)), png.subarray(-12)]);

/** A JPEG with a comment right after its first marker. */
export const withComment = (jpeg: Buffer, comment: Buffer): Buffer =>
  Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from([0xff, 0xfe, (comment.length + 2) >> 8, (comment.length + 2) & 255]),
    comment,
    jpeg.subarray(2),
  ]);

/** A file of an archive that is compressed, and the size that the archive says it has. */
export type Compressed = { deflated: Buffer; size: number; sum: number };

export const compressed = (content: string | Buffer): Compressed => {
  const bytes = Buffer.from(content);
  return { deflated: deflateRawSync(bytes), size: bytes.length, sum: crc32(bytes) };
};

/** An archive of files, stored where they are texts. */
export function zip(files: Record<string, string | Compressed>): Buffer {
  let at = 0;
  const list: Buffer[] = [];
  const locals = Object.entries(files).map(([name, file]) => {
    const { data, method, sum, size } = zipped(file);
    const about = Buffer.concat([
      u16(0x0800),
      u16(method),
      u32(0),
      u32(sum),
      u32(data.length),
      u32(size),
      u16(Buffer.byteLength(name)),
      u16(0),
    ]);
    const local = Buffer.concat([u32(0x04034b50), u16(20), about, Buffer.from(name), data]);
    list.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(20),
        u16(20),
        about,
        u16(0),
        u16(0),
        u16(0),
        u32(0),
        u32(at),
        Buffer.from(name),
      ]),
    );
    at += local.length;
    return local;
  });
  const central = Buffer.concat(list);
  const end = Buffer.concat([
    u32(0x06054b50),
    u32(0),
    u16(list.length),
    u16(list.length),
    u32(central.length),
    u32(at),
    u16(0),
  ]);
  return Buffer.concat([...locals, central, end]);
}

function zipped(file: string | Compressed) {
  if (typeof file !== 'string') return { data: file.deflated, method: 8, sum: file.sum, size: file.size };
  const data = Buffer.from(file);
  return { data, method: 0, sum: crc32(data), size: data.length };
}

export const office = (folder: string, more: Record<string, string> = {}): Buffer =>
  zip({ '[Content_Types].xml': '<Types/>', [`${folder}/document.xml`]: '<document/>', ...more });

export const openDocument = (kind: string): Buffer =>
  zip({ mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<office:document-content/>' });

export const pdf = (content = ''): Buffer =>
  Buffer.from(
    `%PDF-1.7\n${content}1 0 obj<</Type/Catalog>>endobj\nxref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`,
  );

/** Silence: frames of MPEG-1, layer III, 128 kbit/s, 44.1 kHz, after a tag. */
export const mp3 = (frames = 8): Buffer =>
  Buffer.concat([
    Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'),
    ...Array.from({ length: frames }, () => Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)])),
  ]);

const box = (type: string, data: Buffer) => Buffer.concat([be32(data.length + 8), Buffer.from(type), data]);

export const mp4 = (): Buffer =>
  Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\0\0isom')),
    box('moov', box('mvhd', Buffer.alloc(100))),
    box('mdat', Buffer.alloc(600)),
  ]);

/** Content that a browser would run if it were served under its type. */
export const HTML = Buffer.from('<!DOCTYPE html><html><script>alert(document.cookie)</script></html>');
export const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

/** A PDF of some empty pages. */
export const pdfOfPages = (pages: number): Buffer => {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(' ');
  const leaves = Array.from(
    { length: pages },
    (_, index) => `${index + 3} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n`,
  );
  const tree = `1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[${kids}]/Count ${pages}>>endobj\n`;
  return Buffer.from(
    `%PDF-1.7\n${tree}${leaves.join('')}xref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`,
  );
};
