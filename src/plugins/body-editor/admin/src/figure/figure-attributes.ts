import { MAX_CAPTION } from '../../../../../body/limits';
import type { Figure } from '../../../../../body/schema';

export type FigureAttributes = Figure['attrs'];

/** What the media library says of a picture, as far as it is used here. */
export type Asset = {
  documentId?: string;
  name?: string;
  url?: string;
  alternativeText?: string | null;
  caption?: string | null;
  credit?: string | null;
  formats?: Record<string, { url?: string } | undefined> | null;
};

const FILE = /^[A-Za-z0-9_-]{1,64}$/;

export const EMPTY_FIGURE: FigureAttributes = { file: null, caption: '', credit: '', alt: null, decorative: false };

// A code point has at most two UTF-16 units.
const shortText = (value: unknown) =>
  typeof value === 'string' ? [...value.slice(0, 2 * MAX_CAPTION)].slice(0, MAX_CAPTION).join('') : '';

/** The attributes that a copied figure carries, from whatever was pasted: anything else than their shape is left out. */
export function figureFromClipboard(json: string | null): FigureAttributes {
  try {
    const given: Record<string, unknown> = Object(JSON.parse(json ?? ''));
    const decorative = given.decorative === true;
    return {
      file: typeof given.file === 'string' && FILE.test(given.file) ? given.file : null,
      caption: shortText(given.caption),
      credit: shortText(given.credit),
      alt: decorative || typeof given.alt !== 'string' ? null : shortText(given.alt),
      decorative,
    };
  } catch {
    return EMPTY_FIGURE;
  }
}

// The library fills a missing description with the file's name, which describes nothing.
const sameAsName = (text: string, name = '') => text === name || text === name.replace(/\.[^.]*$/, '');

const described = (text: string | null | undefined, name: string | undefined) =>
  text?.trim() && !sameAsName(text.trim(), name) ? shortText(text.trim()) : '';

/**
 * A new figure of a picture chosen from the library. Its text alternative stays unknown where the library has none. Its
 * credit stays empty, which stands for the file's: so it follows when the file's is corrected.
 */
export function figureFromAsset(asset: Asset): FigureAttributes {
  return {
    ...EMPTY_FIGURE,
    file: asset.documentId ?? null,
    caption: described(asset.caption, asset.name),
    alt: described(asset.alternativeText, asset.name) || null,
  };
}
