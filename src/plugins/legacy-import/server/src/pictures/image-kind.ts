/** What a picture's bytes are, whatever its name says. */
export type ImageKind = { mime: string; ending: string };

const ascii = (bytes: Uint8Array, start: number, end: number) =>
  Buffer.from(bytes.subarray(start, end)).toString('latin1');

/**
 * The kind of a raster image by its first bytes, or null: SVG and HTML named `.jpg` are none, since they can run.
 */
export function imageKind(bytes: Uint8Array): ImageKind | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return { mime: 'image/jpeg', ending: '.jpg' };
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return { mime: 'image/png', ending: '.png' };
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return { mime: 'image/gif', ending: '.gif' };
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return { mime: 'image/webp', ending: '.webp' };
  return null;
}
