import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { IncomingFile } from '../../../../strapi-internals/upload-service';
import { cleanPicture } from './clean-picture';
import type { Options } from './config';
import { acceptedExtensions, extensionOf, withExtension } from './file-name';
import { type FileTypeName, fileTypeOf } from './file-types';
import { inspectFile } from './inspect-file';
import { RefusedFile } from './refused-file';

/** What Strapi's upload service gets in place of the incoming file: the type of its content, not the declared one. */
export type AdmittedFile = {
  filepath: string;
  originalFilename: string;
  mimetype: string;
  detectedMimeType: string;
  size: number;
};

/**
 * Inspects a file and gives it the type of its content and a safe name; a picture is turned upright and loses what it
 * tells about the place where it was taken. Throws a RefusedFile.
 *
 * @param folder for the picture that is stored instead of the one that came
 * @param replacedExtension the extension of the stored file that it replaces, whose address stays
 */
export async function admitFile(
  { filepath, originalFilename }: IncomingFile,
  limits: Options,
  folder: string,
  replacedExtension?: string,
): Promise<AdmittedFile> {
  const inspected = await inspectFile(filepath, limits);
  const type = fileTypeOf(inspected.type);
  const claimed = extensionOf(originalFilename ?? '');
  if (claimed !== '' && !acceptedExtensions(type).includes(claimed)) throw new RefusedFile('ending', type.label);
  if (replacedExtension !== undefined && !type.extensions.includes(replacedExtension.toLowerCase())) {
    throw new RefusedFile('replaced', replacedExtension.replace('.', '').toUpperCase());
  }
  const clean = type.family === 'picture' ? await storeClean(filepath, inspected.type, folder) : null;
  return {
    originalFilename: withExtension(originalFilename ?? '', type.extensions[0]),
    mimetype: type.mime,
    detectedMimeType: type.mime,
    ...(clean ?? { filepath, size: inspected.size }),
  };
}

async function storeClean(picture: string, type: FileTypeName, folder: string) {
  const clean = await cleanPicture(await readFile(picture), type);
  if (!clean) return null;
  const filepath = path.join(folder, randomUUID());
  await writeFile(filepath, clean, { flag: 'wx', mode: 0o600 });
  return { filepath, size: clean.length };
}
