import sharp from 'sharp';
import { type Options } from './config';
import { type FileTypeName } from './file-types';
import { RefusedFile } from './refused-file';

/** How the decoder calls what is stored under another name. */
const FORMATS: Readonly<Record<string, FileTypeName>> = {
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  gif: 'gif',
  heif: 'avif',
  avif: 'avif',
};

/**
 * Decodes all frames of a picture to its last line, after its header has said that they fit into memory. Throws a
 * RefusedFile.
 */
export async function decodePicture(bytes: Buffer, kind: FileTypeName, limits: Options): Promise<void> {
  // The header alone is read here, so the decoder's own limit is not needed.
  const header = await sharp(bytes, { animated: true, limitInputPixels: false }).metadata().catch(broken);
  const { width, height, pages = 1, pageHeight = height } = header;
  if (FORMATS[header.format] !== kind) throw new RefusedFile('broken');
  const pixels = width * pageHeight * pages;
  if (pixels > limits.mostPixels || Math.max(width, pageHeight) > limits.longestSide) {
    throw new RefusedFile('pixels', `${width} × ${pageHeight}${pages > 1 ? ` × ${pages}` : ''}`);
  }
  // Made small on the way, every line is decoded and none is kept.
  const picture = sharp(bytes, { animated: true, limitInputPixels: limits.mostPixels });
  await picture.resize(16, 16, { fit: 'fill' }).raw().toBuffer().catch(broken);
}

function broken(): never {
  throw new RefusedFile('broken');
}
