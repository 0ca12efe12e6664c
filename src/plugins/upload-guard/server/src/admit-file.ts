import type { IncomingFile } from '../../../../strapi-internals/upload-service';
import type { Options } from './config';
import { endingOf, endingsOf, renamed } from './file-name';
import { inspectFile } from './inspect-file';
import { fileType } from './file-types';
import { RefusedFile } from './refused-file';

/** What is handed on in its place: the content's own type, not the one that the sender declared. */
export type Admitted = {
  filepath: string;
  originalFilename: string;
  mimetype: string;
  detectedMimeType: string;
  size: number;
};

/**
 * A file, looked into, with the type of its content and a safe name. Throws a RefusedFile.
 *
 * @param replacedEnding the ending of the stored file that it replaces, which keeps its address
 */
export async function admitFile(
  { filepath, originalFilename }: IncomingFile,
  limits: Options,
  replacedEnding?: string,
): Promise<Admitted> {
  const found = await inspectFile(filepath, limits);
  const kind = fileType(found.kind);
  const claimed = endingOf(originalFilename ?? '');
  if (claimed !== '' && !endingsOf(kind).includes(claimed)) throw new RefusedFile('ending', kind.label);
  if (replacedEnding !== undefined && !kind.endings.includes(replacedEnding.toLowerCase())) {
    throw new RefusedFile('replaced', replacedEnding.replace('.', '').toUpperCase());
  }
  return {
    filepath,
    originalFilename: renamed(originalFilename ?? '', kind.endings[0]),
    mimetype: kind.mime,
    detectedMimeType: kind.mime,
    size: found.size,
  };
}
