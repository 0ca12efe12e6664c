import sharp from 'sharp';
import type { Options } from './config';
import type { FileTypeName } from './file-types';
import { RefusedFile } from './refused-file';

/** File types by the names that sharp gives to formats. */
const FORMATS: Readonly<Record<string, FileTypeName>> = {
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  gif: 'gif',
  heif: 'avif',
  avif: 'avif',
};

/**
 * Decodes all frames of a picture to the last line, once its header has said that they fit into memory. Throws a
 * RefusedFile.
 */
export async function decodePicture(bytes: Buffer, type: FileTypeName, limits: Options): Promise<void> {
  // The header alone is read here, so the decoder's own limit is not needed.
  const header = await sharp(bytes, { animated: true, limitInputPixels: false }).metadata().catch(refuseBroken);
  const { width, height, pages = 1, pageHeight = height } = header;
  if (FORMATS[header.format] !== type) throw new RefusedFile('broken');
  const pixels = width * pageHeight * pages;
  if (pixels > limits.mostPixels || Math.max(width, pageHeight) > limits.longestSide) {
    throw new RefusedFile('pixels', `${width} × ${pageHeight}${pages > 1 ? ` × ${pages}` : ''}`);
  }
  // Scaled down while it is read, every line is decoded and none is kept.
  const picture = sharp(bytes, { animated: true, limitInputPixels: limits.mostPixels });
  await picture.resize(16, 16, { fit: 'fill' }).raw().toBuffer().catch(refuseBroken);
}

function refuseBroken(): never {
  throw new RefusedFile('broken');
}
