import { escapeHtml } from './escape-html';
import { creditHtml, type RenderOptions } from './figure';

/**
 * A picture's file as it is today. `url` and the formats' are absolute or begin with `/`; sizes are in pixels; `credit` is
 * who made it, `licence` the terms under which it is shown.
 */
type PlacedFile = {
  url: string;
  width?: number | null;
  height?: number | null;
  formats?: readonly { url: string; width: number }[];
  credit?: string | null;
  licence?: string | null;
};

const OPENING = '<figure data-file="';
const CLOSING = '</figure>';
const CREDIT = '<small class="credit">';
const CREDIT_ALONE = `<figcaption>${CREDIT}`;
const CAPTION_CLOSING = '</figcaption>';
const PICTURE = /^([A-Za-z0-9_-]{1,64})"><img data-file="\1" alt="([^"<]*)">/;

// Within srcset, white space ends an address and a comma the candidate.
const candidate = ({ url, width }: { url: string; width: number }) =>
  `${escapeHtml(url.replace(/\s/g, '%20').replaceAll(',', '%2C'))} ${Math.round(width)}w`;

function sources(file: PlacedFile): string {
  const formats = file.formats ?? [];
  if (formats.length === 0 || !file.width) return '';
  const all = [...formats, { url: file.url, width: file.width }].filter(({ width }) => width > 0);
  all.sort((one, other) => one.width - other.width);
  return ` srcset="${all.map(candidate).join(', ')}"`;
}

function imageHtml(file: PlacedFile, alt: string): string {
  const size =
    file.width && file.height ? ` width="${Math.round(file.width)}" height="${Math.round(file.height)}"` : '';
  return `<img src="${escapeHtml(file.url)}"${sources(file)}${size} alt="${alt}" loading="lazy" decoding="async">`;
}

/** A figure's caption with what its file says of itself: its licence, and its credit where the figure gives none. */
function withCredit(caption: string, { credit, licence }: PlacedFile, options: RenderOptions): string {
  const added = [
    credit?.trim() && !caption.includes(CREDIT) && creditHtml(credit, options),
    licence?.trim() && `<small class="licence">(${escapeHtml(licence)})</small>`,
  ].filter(Boolean);
  if (added.length === 0) return caption;
  const before = caption === '' ? ['<figcaption>'] : [caption.slice(0, -CAPTION_CLOSING.length), ' '];
  return [...before, added.join(' '), CAPTION_CLOSING].join('');
}

function placeOne(rest: string, files: ReadonlyMap<string, PlacedFile>, options: RenderOptions): string {
  const picture = PICTURE.exec(rest);
  const end = rest.indexOf(CLOSING);
  if (!picture || end === -1) return OPENING + rest;

  const [opening, id = '', alt = ''] = picture;
  const caption = rest.slice(opening.length, end);
  const after = rest.slice(end + CLOSING.length);
  const file = files.get(id);
  if (file) return `<figure>${imageHtml(file, alt)}${withCredit(caption, file, options)}${CLOSING}${after}`;
  const says = caption !== '' && !caption.startsWith(CREDIT_ALONE);
  return (says ? `<figure class="missing">${caption}${CLOSING}` : '') + after;
}

/**
 * Fills today's addresses and sizes into what `toHtml` wrote, by the files' document ids. A picture whose file is not
 * among them becomes a figure of its caption alone, or nothing without a caption; one whose figure gives no credit has
 * that of its file. Only what the renderer wrote is
 * touched: text cannot look like it, since `toHtml` escapes `<` and `"`. Takes time linear in the HTML.
 */
export function placeFiles(html: string, files: ReadonlyMap<string, PlacedFile>, options: RenderOptions = {}): string {
  const [before = '', ...figures] = html.split(OPENING);
  return before + figures.map((rest) => placeOne(rest, files, options)).join('');
}
