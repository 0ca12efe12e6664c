import { escapeHtml } from './escape-html';

/** A picture's file as it is today. `url` and the formats' are absolute or begin with `/`; sizes are in pixels. */
type PlacedFile = {
  url: string;
  width?: number | null;
  height?: number | null;
  formats?: readonly { url: string; width: number }[];
};

const OPENING = '<figure data-file="';
const CLOSING = '</figure>';
const CREDIT_ALONE = '<figcaption><small';
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

function placeOne(rest: string, files: ReadonlyMap<string, PlacedFile>): string {
  const picture = PICTURE.exec(rest);
  const end = rest.indexOf(CLOSING);
  if (!picture || end === -1) return OPENING + rest;

  const [opening, id = '', alt = ''] = picture;
  const caption = rest.slice(opening.length, end);
  const after = rest.slice(end + CLOSING.length);
  const file = files.get(id);
  if (file) return `<figure>${imageHtml(file, alt)}${caption}${CLOSING}${after}`;
  const says = caption !== '' && !caption.startsWith(CREDIT_ALONE);
  return (says ? `<figure class="missing">${caption}${CLOSING}` : '') + after;
}

/**
 * Fills today's addresses and sizes into what `toHtml` wrote, by the files' document ids. A picture whose file is not
 * among them becomes a figure of its caption alone, or nothing without a caption. Only what the renderer wrote is
 * touched: text cannot look like it, since `toHtml` escapes `<` and `"`. Takes time linear in the HTML.
 */
export function placeFiles(html: string, files: ReadonlyMap<string, PlacedFile>): string {
  const [before = '', ...figures] = html.split(OPENING);
  return before + figures.map((rest) => placeOne(rest, files)).join('');
}
