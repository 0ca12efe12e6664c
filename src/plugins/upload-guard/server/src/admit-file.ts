import type { IncomingFile } from '../../../../strapi-internals/upload-service';
import type { Options } from './config';
import { acceptedExtensions, extensionOf, withExtension } from './file-name';
import { fileTypeOf } from './file-types';
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
 * Inspects a file and gives it the type of its content and a safe name. Throws a RefusedFile.
 *
 * @param replacedExtension the extension of the stored file that it replaces, whose address stays
 */
export async function admitFile(
  { filepath, originalFilename }: IncomingFile,
  limits: Options,
  replacedExtension?: string,
): Promise<AdmittedFile> {
  const inspected = await inspectFile(filepath, limits);
  const type = fileTypeOf(inspected.type);
  const claimed = extensionOf(originalFilename ?? '');
  if (claimed !== '' && !acceptedExtensions(type).includes(claimed)) throw new RefusedFile('ending', type.label);
  if (replacedExtension !== undefined && !type.extensions.includes(replacedExtension.toLowerCase())) {
    throw new RefusedFile('replaced', replacedExtension.replace('.', '').toUpperCase());
  }
  return {
    filepath,
    originalFilename: withExtension(originalFilename ?? '', type.extensions[0]),
    mimetype: type.mime,
    detectedMimeType: type.mime,
    size: inspected.size,
  };
}
