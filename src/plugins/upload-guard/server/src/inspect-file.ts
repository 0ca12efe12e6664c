import { type FileHandle, open } from 'node:fs/promises';
import { beginsAsMarkup, hasTrailingData, holdsArchive, holdsScript, readsAsScript, ZIP_TAIL } from './active-content';
import type { Options } from './config';
import { decodePicture } from './decode-picture';
import { DETECTION_SIZE, detectFileType } from './detect-file-type';
import { type FileTypeName, fileTypeOf } from './file-types';
import { archiveType } from './formats/archive';
import { type ReadRange, topLevelBoxes } from './formats/boxes';
import { gifEnd } from './formats/gif';
import { jpegEnd } from './formats/jpeg';
import { expectMp3 } from './formats/mp3';
import { pdfEnd } from './formats/pdf';
import { pngEnd } from './formats/png';
import { RefusedFile } from './refused-file';

/** A telephone's picture may come under another name, such as `IMG_1.jpg`. */
const HEIC = /^[^]{4}ftyp(?:hei|hev|mif1|msf1)/;

/** Where a file of each type ends, by its own structure. file-type and sharp stop reading there and ignore the rest. */
const ENDS: Partial<Record<FileTypeName, (bytes: Buffer) => number>> = {
  jpeg: jpegEnd,
  png: pngEnd,
  gif: gifEnd,
  webp: (bytes) => bytes.readUInt32LE(4) + 8 + (bytes.readUInt32LE(4) % 2),
  pdf: pdfEnd,
};

/**
 * The type of a file by all of its bytes, whatever its name and declared type, and its size in bytes. Throws a
 * RefusedFile for a type that is not accepted, and for a file that is broken, too large, or something else as well.
 */
export async function inspectFile(path: string, limits: Options): Promise<{ type: FileTypeName; size: number }> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const read = reader(file);
    const head = await read(0, DETECTION_SIZE);
    const claimed = await detectFileType(head);
    if (!claimed) throw new RefusedFile('unknown', HEIC.test(head.toString('latin1', 0, 12)) ? '.heic' : '');
    refuseSize(claimed, size, limits);
    const type = await inspectWhole(claimed, read, size, limits);
    if (!type || !limits.fileTypes.includes(type)) throw new RefusedFile('unknown');
    return { type, size };
  } catch (error) {
    // A parser has read past the end, or found an invalid value. By name: Node's own may be of another realm.
    throw (error as Error).name === 'RangeError' ? new RefusedFile('broken') : error;
  } finally {
    await file.close();
  }
}

const reader =
  (file: FileHandle): ReadRange =>
  async (offset, length) => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  };

function refuseSize(type: FileTypeName, size: number, limits: Options): void {
  const { largestPicture: picture, largestDocument: document, largestRecording: recording } = limits;
  const limit = { picture, document, recording }[fileTypeOf(type).family];
  if (size > limit) throw new RefusedFile('bytes', `${Math.floor(limit / 1024 / 1024)} MB`);
}

async function inspectWhole(
  type: FileTypeName,
  read: ReadRange,
  size: number,
  limits: Options,
): Promise<FileTypeName | null> {
  if (type === 'zip') return archiveType(await read(0, size));
  const { family } = fileTypeOf(type);
  const bytes = await read(0, family === 'recording' ? DETECTION_SIZE : size);
  if (beginsAsMarkup(bytes.subarray(type === 'pdf' ? '%PDF-'.length : 0))) throw new RefusedFile('active');
  if (holdsArchive(family === 'recording' ? await read(Math.max(0, size - ZIP_TAIL), ZIP_TAIL) : bytes)) {
    throw new RefusedFile('foreign');
  }
  if (family === 'recording') await expectRecording(type, read, size);
  if (family === 'picture') await expectPicture(type, bytes, read, limits);
  const end = ENDS[type]?.(bytes) ?? 0;
  if (end > size) throw new RefusedFile('broken');
  if (end > 0 && hasTrailingData(bytes, end)) throw new RefusedFile('foreign');
  return type;
}

async function expectRecording(type: FileTypeName, read: ReadRange, size: number): Promise<void> {
  if (type === 'mp3') return expectMp3(read);
  const boxes = await topLevelBoxes(read, size);
  if (!boxes.has('moov')) throw new RefusedFile('broken');
}

async function expectPicture(type: FileTypeName, bytes: Buffer, read: ReadRange, limits: Options): Promise<void> {
  if (holdsScript(bytes) || readsAsScript(bytes)) throw new RefusedFile('active');
  await decodePicture(bytes, type, limits);
  if (type === 'avif') await topLevelBoxes(read, bytes.length);
}
