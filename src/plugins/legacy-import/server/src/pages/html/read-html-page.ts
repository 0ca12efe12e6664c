import { portalPath } from '../address-key';
import type { CapturedPage } from '../captured-page';
import { ownLine } from '../own-line';
import { PageRefused } from '../page-refused';
import { sameTitle } from '../same-title';
import { readBody } from './read-body';
import { headingTagLevel } from '../../../../../../body/read-html/elements';
import { findAddress } from './find-address';
import { findBody } from './find-body';
import { findDateLine } from './find-date-line';
import { findTitle } from './find-title';
import { firstOrder, type PageLine, pageLines } from './page-lines';
import { ancestors, parsePage } from './page-tree';
import { listEntries, readList } from './read-list';

// Some pages have their title between the date line and the first paragraph.
const LINES_AFTER = 4;

const isHeading = ({ block }: PageLine) => [...ancestors(block)].some(({ name }) => headingTagLevel(name) !== null);

/**
 * Reads an old page saved as HTML, whatever its markup: it is parsed as a browser would, taken as the lines that a
 * reader sees, and the article is between the date line and the list of other news.
 *
 * @param html the page's source
 * @throws PageRefused when there is no title, no date that exists, no body, or oversized markup
 */
export function readHtmlPage(html: string): CapturedPage {
  const tree = parsePage(html);
  const date = findDateLine(tree.body);
  const lines = pageLines(tree.body);
  const wholeAddress = findAddress(tree);
  const entries = listEntries(lines);
  const list = readList(entries, wholeAddress);

  // A title in a list is some page's, but not what shows the title of this one.
  const listed = new Set(entries.flatMap(({ stamp, titled }) => [stamp, titled]));
  const unlisted = lines.filter((line) => !listed.has(line));
  const before = unlisted.filter((line) => firstOrder(line) < date.start);
  const after = unlisted.filter((line) => firstOrder(line) > date.end).slice(0, LINES_AFTER);
  const found = findTitle(tree.title, before, after, list, date);
  if (!found) throw new PageRefused('không thấy tiêu đề');
  const again = after.filter((line) => isHeading(line) && sameTitle(line.text, found.text));
  const titleNodes = [...found.nodes, ...again.flatMap(({ nodes }) => nodes)];

  const title = found.text;
  const { content, author, pictures, guesses } = readBody(
    findBody(tree.body, lines, date, titleNodes),
    wholeAddress,
    title,
  );
  if (content.length === 0) throw new PageRefused('không thấy nội dung bài');

  const stated = wholeAddress && portalPath(wholeAddress);
  const own = ownLine(list, { title, day: date.day, address: stated });
  return {
    form: 'html',
    title,
    day: date.day,
    ownTime: own?.on ?? null,
    address: stated ?? own?.address ?? null,
    author,
    body: { type: 'doc', content },
    list,
    pictures,
    guesses,
  };
}
