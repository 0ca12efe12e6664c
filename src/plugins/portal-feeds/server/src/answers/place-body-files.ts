import type { FileModel } from '../queries/image';
import type { Addresses } from './addresses';

/** Puts the files' current addresses into a stored rendering (the body editor's service knows its placeholders). */
export type PlaceFiles = (html: string, files: ReadonlyMap<string, PlacedFile>, options: { locale: string }) => string;
type PlacedFile = Pick<FileModel, 'url' | 'width' | 'height' | 'credit' | 'licence'> & { formats: Format[] };
type Format = { url: string; width: number; height: number };

/** The files of a body's pictures by document id, in the form that `PlaceFiles` expects, with absolute addresses. */
export function placedFiles(files: Record<string, FileModel>, addresses: Addresses): Map<string, PlacedFile> {
  return new Map(
    Object.entries(files).map(([id, { url, width, height, credit, licence, formats }]) => [
      id,
      {
        url: addresses.file(url),
        width,
        height,
        credit,
        licence,
        formats: Object.values(formats ?? {}).map((format) => ({ ...format, url: addresses.file(format.url) })),
      },
    ]),
  );
}
