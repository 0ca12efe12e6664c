import sharp from 'sharp';
import type { FileTypeName } from './file-types';
import { withoutAvifMetadata } from './formats/avif';
import { withoutJpegMetadata } from './formats/jpeg';
import { withoutPngMetadata } from './formats/png';
import { isLosslessWebp, withoutWebpMetadata } from './formats/webp';

/** What a JPEG or WebP that has to be encoded again loses cannot be seen; Strapi's own setting makes it lighter later. */
const QUALITY = 95;
/** EXIF as decoders give it begins so, and in a file of AVIF it does not. */
const EXIF_HEADER = 'Exif\0\0';

/**
 * A picture upright, with what its EXIF orientation says done to its pixels, and without EXIF, XMP and IPTC, which say
 * where and by whom it was taken; its colour profile stays. Null where it is so already. Only a picture that has to be
 * turned is encoded again. For a picture that `decodePicture` has read.
 */
export async function cleanPicture(bytes: Buffer, type: FileTypeName): Promise<Buffer | null> {
  const upright = await turned(bytes, type);
  const clean = await withoutMetadata(upright, type);
  return clean.equals(bytes) ? null : clean;
}

async function turned(bytes: Buffer, type: FileTypeName): Promise<Buffer> {
  const { orientation = 1, pages = 1, chromaSubsampling, space } = await sharp(bytes).metadata();
  // Decoders turn an AVIF by its own boxes, and browsers leave an animation as it is.
  if (orientation === 1 || pages > 1) return bytes;
  const picture = sharp(bytes).autoOrient();
  // CMYK is converted to sRGB.
  if (space !== 'cmyk') picture.keepIccProfile();
  if (type === 'jpeg')
    return picture.jpeg({ quality: QUALITY, chromaSubsampling: fullChroma(chromaSubsampling) }).toBuffer();
  if (type === 'webp') return picture.webp({ quality: QUALITY, lossless: isLosslessWebp(bytes) }).toBuffer();
  return picture.png().toBuffer();
}

const fullChroma = (subsampling = '') => (subsampling.startsWith('4:4:4') ? '4:4:4' : '4:2:0');

async function withoutMetadata(bytes: Buffer, type: FileTypeName): Promise<Buffer> {
  if (type === 'jpeg') return withoutJpegMetadata(bytes);
  if (type === 'png') return withoutPngMetadata(bytes);
  if (type === 'webp') return withoutWebpMetadata(bytes);
  if (type !== 'avif') return bytes;
  const { exif, xmp } = await sharp(bytes).metadata();
  const plain =
    exif?.toString('latin1', 0, EXIF_HEADER.length) === EXIF_HEADER ? exif.subarray(EXIF_HEADER.length) : exif;
  return withoutAvifMetadata(
    bytes,
    [plain, xmp].filter((content) => content !== undefined),
  );
}
