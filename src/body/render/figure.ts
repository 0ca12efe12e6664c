import type { Figure } from '../schema';
import { escapeHtml } from './escape-html';

/** In what language the few words are that rendering adds: a language tag such as `vi` or `en`; Vietnamese by default. */
export type RenderOptions = { locale?: string | null };

const NAMES_ITSELF = /^(?:ảnh|nguồn|photo|source|image)\b/iu;

function creditLine(credit: string, { locale }: RenderOptions): string {
  if (NAMES_ITSELF.test(credit.trim())) return credit;
  return `${locale?.startsWith('en') ? 'Photo' : 'Ảnh'}: ${credit}`;
}

/** Who made a picture, with a word that says so unless the text has one. */
export const creditHtml = (credit: string, options: RenderOptions): string =>
  `<small class="credit">${escapeHtml(creditLine(credit, options))}</small>`;

function figcaption({ caption, credit }: Figure['attrs'], options: RenderOptions): string {
  const parts = [caption.trim() && escapeHtml(caption), credit.trim() && creditHtml(credit, options)].filter(Boolean);
  return parts.length > 0 ? `<figcaption>${parts.join(' ')}</figcaption>` : '';
}

/**
 * A picture whose address `placeFiles` fills in, or, where there is no file, what was said about the one that is lost.
 * A text alternative that is unknown, or a picture that is mere decoration, has `alt=""`.
 */
export function figureHtml({ attrs }: Figure, options: RenderOptions = {}): string {
  if (attrs.file === null) {
    return attrs.caption.trim() ? `<figure class="missing">${figcaption(attrs, options)}</figure>` : '';
  }
  const alt = escapeHtml(attrs.alt ?? '');
  return `<figure data-file="${attrs.file}"><img data-file="${attrs.file}" alt="${alt}">${figcaption(attrs, options)}</figure>`;
}

export const figureLines = ({ attrs }: Figure): string[] => (attrs.caption.trim() ? [attrs.caption] : []);
