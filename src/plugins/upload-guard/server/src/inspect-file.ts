import { type FileHandle, open } from 'node:fs/promises';
import { type Options } from './config';
import { beginsAsMarkup, hasTrailingData, holdsArchive, holdsScript, readsAsScript } from './active-content';
import { decodePicture } from './decode-picture';
import { type Read, topLevelBoxes } from './formats/boxes';
import { gifEnd } from './formats/gif';
import { jpegEnd } from './formats/jpeg';
import { expectMp3 } from './formats/mp3';
import { archiveKind } from './formats/office';
import { pdfEnd } from './formats/pdf';
import { pngEnd } from './formats/png';
import { type FileTypeName, fileType } from './file-types';
import { detectFileType } from './detect-file-type';
import { RefusedFile } from './refused-file';

const HEAD = 4096;
const TAIL = 65_557;

const ENDS: Partial<Record<FileTypeName, (bytes: Buffer) => number>> = {
  jpeg: jpegEnd,
  png: pngEnd,
  gif: gifEnd,
  webp: (bytes) => bytes.readUInt32LE(4) + 8 + (bytes.readUInt32LE(4) % 2),
  pdf: pdfEnd,
};

/**
 * What a file is, by all of its bytes; its name and its declared type are not asked. Throws a RefusedFile for what is
 * none of the accepted kinds, is broken, too large, or something else besides.
 */
export async function inspectFile(path: string, limits: Options): Promise<{ kind: FileTypeName; size: number }> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const read = reader(file);
    const head = await read(0, HEAD);
    const beginning = detectFileType(head);
    if (!beginning) throw new RefusedFile('unknown');
    refuseSize(beginning, size, limits);
    const kind = await wholly(beginning, read, size, limits);
    if (!kind || !limits.fileTypes.includes(kind)) throw new RefusedFile('unknown');
    return { kind, size };
  } catch (error) {
    // A parser has read past the end, or found what cannot be there. (By name: Node's own may be of another realm.)
    throw (error as Error).name === 'RangeError' ? new RefusedFile('broken') : error;
  } finally {
    await file.close();
  }
}

const reader =
  (file: FileHandle): Read =>
  async (offset, length) => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  };

function refuseSize(kind: FileTypeName, size: number, limits: Options): void {
  const { largestPicture: picture, largestDocument: document, largestRecording: recording } = limits;
  const limit = { picture, document, recording }[fileType(kind).family];
  if (size > limit) throw new RefusedFile('bytes', `${Math.floor(limit / 1024 / 1024)} MB`);
}

async function wholly(kind: FileTypeName, read: Read, size: number, limits: Options): Promise<FileTypeName | null> {
  if (kind === 'zip') return archiveKind(await read(0, size));
  const { family } = fileType(kind);
  const bytes = family === 'recording' ? await read(0, HEAD) : await read(0, size);
  if (beginsAsMarkup(bytes.subarray(kind === 'pdf' ? 5 : 0))) throw new RefusedFile('active');
  if (holdsArchive(family === 'recording' ? await read(Math.max(0, size - TAIL), TAIL) : bytes)) {
    throw new RefusedFile('foreign');
  }
  if (family === 'recording') await expectRecording(kind, read, size);
  if (family === 'picture') await expectPicture(kind, bytes, read, limits);
  const end = ENDS[kind]?.(bytes) ?? 0;
  if (end > size) throw new RefusedFile('broken');
  if (end > 0 && hasTrailingData(bytes, end)) throw new RefusedFile('foreign');
  return kind;
}

async function expectRecording(kind: FileTypeName, read: Read, size: number): Promise<void> {
  if (kind === 'mp3') return expectMp3(read);
  const boxes = await topLevelBoxes(read, size);
  if (!boxes.includes('moov')) throw new RefusedFile('broken');
}

async function expectPicture(kind: FileTypeName, bytes: Buffer, read: Read, limits: Options): Promise<void> {
  if (holdsScript(bytes) || readsAsScript(bytes)) throw new RefusedFile('active');
  await decodePicture(bytes, kind, limits);
  if (kind === 'avif') await topLevelBoxes(read, bytes.length);
}
