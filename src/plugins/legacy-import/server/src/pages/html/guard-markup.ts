import { PageRefused } from '../page-refused';

/** More tags than any article has: the parser takes about a second for these. */
const MOST_TAGS = 150_000;
/** The depth at which browsers stop nesting, so that no page that people read is deeper. */
const DEEPEST = 512;
/** A bound on how often the parser may have to open unclosed formatting again: elements it would make. */
const MOST_REOPENED = 2_000_000;

const TAG = /<(\/?)([a-z][^\s/>]*)/gi;
// Void, or closed by what follows: these do not nest by being left open.
const CLOSE_THEMSELVES = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr basefont bgsound frame keygen ' +
    'html head body p li dt dd tr td th tbody thead tfoot colgroup caption option optgroup rp rt script style title'
  ).split(' '),
);
const FORMATTING = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));

/**
 * Refuses markup that takes the parser disproportionate time: its time grows with the depth at each tag, and
 * unclosed formatting elements are opened again in each paragraph. One linear pass, before anything is parsed.
 *
 * @throws PageRefused
 */
export function guardMarkup(html: string): void {
  const open = new Map<string, number>();
  let tags = 0;
  let depth = 0;
  let formatting = 0;
  let reopened = 0;
  for (const [, slash, rawName = ''] of html.matchAll(TAG)) {
    const name = rawName.toLowerCase();
    if ((tags += 1) > MOST_TAGS) throw new PageRefused('trang có quá nhiều thẻ HTML (hơn 150.000)');
    reopened += formatting;
    if (reopened > MOST_REOPENED) throw new PageRefused('trang có quá nhiều thẻ định dạng không đóng');
    if (CLOSE_THEMSELVES.has(name)) continue;
    const count = open.get(name) ?? 0;
    if (slash && count === 0) continue;
    const step = slash ? -1 : 1;
    open.set(name, count + step);
    depth += step;
    if (FORMATTING.has(name)) formatting += step;
    if (depth > DEEPEST) throw new PageRefused('thẻ HTML lồng nhau quá sâu (hơn 512 cấp)');
  }
}
