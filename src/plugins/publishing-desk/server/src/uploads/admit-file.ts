import { type UploadOptions } from '../config';
import { endingOf, endingsOf, renamed } from './file-name';
import { inspectFile } from './inspect-file';
import { kindOf } from './kinds';
import { RefusedFile } from './refused-file';

/** A file as Strapi's upload service takes it. */
export type Arriving = { filepath: string; originalFilename?: string | null };

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
  { filepath, originalFilename }: Arriving,
  limits: UploadOptions,
  replacedEnding?: string,
): Promise<Admitted> {
  const found = await inspectFile(filepath, limits);
  const kind = kindOf(found.kind);
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
