import { fileTypeFromBuffer } from 'file-type';
import type { FileTypeName } from './file-types';

/** How many of a file's first bytes `detectFileType` needs (`reasonableDetectionSizeInBytes` of file-type). */
export const DETECTION_SIZE = 4100;

/** Extensions as file-type gives them. APNG is PNG, and M4V is MP4, to every reader. */
const BY_EXTENSION: Readonly<Record<string, FileTypeName>> = {
  jpg: 'jpeg',
  png: 'png',
  apng: 'png',
  webp: 'webp',
  gif: 'gif',
  avif: 'avif',
  pdf: 'pdf',
  mp3: 'mp3',
  mp4: 'mp4',
  m4v: 'mp4',
};

const LOCAL_FILE_HEADER = 'PK\x03\x04';

/**
 * The type that a file's first bytes claim; null for a type that is not in FILE_TYPES. Every archive is `zip` here, and
 * `archive.ts` tells office documents apart: file-type follows the local headers, gives up after 1024 of them, and so
 * takes a large presentation of LibreOffice, whose [Content_Types].xml comes last, for a plain archive.
 *
 * file-type 22 needs Node 22. 21.3.4 is the version that Strapi's upload plugin has, so there is one copy; it is an ES
 * module, which Node 20.19 and later load with `require`.
 */
export async function detectFileType(head: Buffer): Promise<FileTypeName | null> {
  if (head.toString('latin1', 0, 4) === LOCAL_FILE_HEADER) return 'zip';
  const detected = await fileTypeFromBuffer(head.subarray(0, DETECTION_SIZE));
  return BY_EXTENSION[detected?.ext ?? ''] ?? null;
}
