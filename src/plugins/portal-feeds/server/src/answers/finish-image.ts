import type { Image } from '../../../../../contract';
import type { FigureModel, FileModel } from '../queries/image';
import type { Addresses } from './addresses';

const orNull = (text: string | null | undefined): string | null => text?.trim() || null;

/** Without a description Strapi proposes the file's name, which is not a text alternative. */
function describedAlt(file: FileModel): string | null {
  const alt = orNull(file.alternativeText);
  return alt === file.name ? null : alt;
}

/** The column is JSON of any shape to code that writes it past Strapi's routes. */
function focalPoint({ focalPoint: point }: FileModel): Image['focalPoint'] {
  const within = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 100;
  return within(point?.x) && within(point.y) ? { x: point.x, y: point.y } : null;
}

function stored(file: FileModel | null, addresses: Addresses) {
  if (!file) return { url: null, width: null, height: null, mime: null, focalPoint: null, formats: [] };
  const formats = Object.values(file.formats ?? {})
    .map(({ url, width, height }) => ({ url: addresses.file(url), width, height }))
    .sort((one, other) => one.width - other.width);
  const { width, height, mime } = file;
  return { url: addresses.file(file.url), width, height, mime, focalPoint: focalPoint(file), formats };
}

/** A figure of the body with its file's current address; without one where the file is lost. Its credit goes before the file's. */
export function finishFigure(figure: FigureModel, file: FileModel | null, addresses: Addresses): Image {
  return {
    ...stored(file, addresses),
    alt: figure.decorative ? null : figure.alt,
    decorative: figure.decorative,
    caption: orNull(figure.caption),
    credit: orNull(figure.credit) ?? orNull(file?.credit),
    licence: orNull(file?.licence),
  };
}

/** A picture chosen as cover: described by its file's own texts. */
export function finishCover(file: FileModel, addresses: Addresses): Image {
  const alt = describedAlt(file);
  return {
    ...stored(file, addresses),
    alt,
    // Without a description the picture is marked as decorative: the text beside it conveys the content.
    decorative: alt === null,
    caption: orNull(file.caption),
    credit: orNull(file.credit),
    licence: orNull(file.licence),
  };
}
