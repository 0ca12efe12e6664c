import { isSiteName } from '../boilerplate';
import { blockText } from '../../../../../../body/read-html/white-space';

// Not \s+ before it, whose time grows with the square of a run of no-break spaces.
const SEPARATOR = /(?<!\s)\s+[-–—|»:>]+\s+/g;

/** The parts of a `<title>` between its separators, each with its place in the text. */
function partsOf(title: string): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let start = 0;
  for (const match of title.matchAll(SEPARATOR)) {
    parts.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  return [...parts, { start, end: title.length }];
}

/**
 * A `<title>` without the name of the site before or after it: `Trang chủ - UBND tỉnh họp…` → `UBND tỉnh họp…`. A title
 * that is nothing but the site's name stays.
 */
export function withoutSiteName(rawTitle: string): string {
  const title = blockText(rawTitle);
  const parts = partsOf(title);
  const isSite = (part: { start: number; end: number } | undefined) =>
    part !== undefined &&
    (isSiteName(title.slice(part.start, part.end)) || /^\S+\.vn$/i.test(title.slice(part.start, part.end)));
  while (parts.length > 1 && isSite(parts[0])) parts.shift();
  while (parts.length > 1 && isSite(parts.at(-1))) parts.pop();
  return title.slice(parts[0]?.start ?? 0, parts.at(-1)?.end);
}

/** Every run of a `<title>`'s parts, longest first: an unknown site name may stand before or after the page's title. */
export function partsOfTitle(rawTitle: string): string[] {
  const title = blockText(rawTitle);
  const parts = partsOf(title).slice(0, 8);
  const runs = parts.flatMap(({ start }, index) => parts.slice(index).map(({ end }) => title.slice(start, end)));
  return runs.sort((one, other) => other.length - one.length);
}
