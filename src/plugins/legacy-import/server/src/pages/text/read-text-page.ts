import { portalPath } from '../address-key';
import { plainParagraph } from '../../../../../../body/nodes';
import { blockText } from '../../../../../../body/render/block';
import type { Block, Figure } from '../../../../../../body/schema';
import type { CapturedPage, Guess, ListLine } from '../captured-page';
import { beginsWithDate, findDate } from '../date-line';
import { isControl, isFootHeading, isListHeading, isSiteFoot } from '../boilerplate';
import { readStamp } from '../list-line';
import { ownLine } from '../own-line';
import { PageRefused } from '../page-refused';
import { isPersonName } from '../../../../../../vietnamese';
import { cleanText, trimBlock } from '../../../../../../body/read-html/white-space';
import { isCaption } from './is-caption';
import { findTextTitle } from './text-title';
import { tablesOf } from './text-tables';

// A browser's own "save as text" writes a block a line; the blank lines between carry nothing.
const linesOf = (text: string): string[] =>
  cleanText(text)
    .split(/\r\n?|[\n\f\u0085\u2028\u2029]/)
    .map(trimBlock)
    .filter((line) => line !== '');

// Some programs write the page's address over its text.
const ADDRESS = /^https?:\/\/\S+$/i;

/** The figure of a picture that a text capture has lost. */
const lostFigure = (caption: string): Figure => ({
  type: 'figure',
  attrs: { file: null, caption, credit: '', alt: null, decorative: false },
});

const isOtherNews = (line: string) => isListHeading(line) || isSiteFoot(line) || readStamp(line) !== null;

/** The index after the body's last line: at the list, or at the headings of the foot, whichever comes first. */
function endOfBody(lines: string[], start: number): number {
  const end = lines.findIndex((line, index) => {
    if (index < start) return false;
    if (isOtherNews(line)) return true;
    if (!isFootHeading(line)) return false;
    let next = index + 1;
    while (next < lines.length && isControl(lines[next] ?? '')) next += 1;
    const after = lines[next];
    return after === undefined || isFootHeading(after) || isOtherNews(after);
  });
  return end < 0 ? lines.length : end;
}

function bodyLines(lines: string[], dateAt: number): string[] {
  const rest = lines[dateAt] ?? '';
  const after = trimBlock(rest.slice(findDate(rest)?.end));
  const body = [after, ...lines.slice(dateAt + 1, endOfBody(lines, dateAt + 1))];
  const first = body.findIndex((line) => line !== '' && !isControl(line));
  const last = body.findLastIndex((line) => !isControl(line));
  return first < 0 ? [] : body.slice(first, last + 1);
}

function readList(lines: string[]): ListLine[] {
  return lines.flatMap((line, index) => {
    const stamp = readStamp(line);
    if (!stamp) return [];
    const title = stamp.before || lines[index - 1] || '';
    return title === '' ? [] : [{ title, on: stamp.on, address: null }];
  });
}

/**
 * Reads an old page that a browser saved as text: the title, the date line, one line a block, the list of latest news.
 * Pictures are gone, so captions, the author and tables are guesses, each of them in `guesses`.
 *
 * @param text the page's characters
 * @throws PageRefused when there is no title, no date that exists, or no body
 */
export function readTextPage(text: string): CapturedPage {
  const lines = linesOf(text);
  const begins = lines.findIndex(beginsWithDate);
  const dateAt = begins >= 0 ? begins : lines.findIndex((line) => findDate(line) !== null);
  const date = findDate(lines[dateAt] ?? '');
  if (!date) throw new PageRefused('không thấy dòng “Đăng ngày …”');
  if (!date.day) throw new PageRefused(`ngày đăng không có trong lịch: “${lines[dateAt]}”`);

  const list = readList(lines);
  const address = lines.slice(0, dateAt).find((line) => ADDRESS.test(line));
  const beside = trimBlock((lines[dateAt] ?? '').slice(0, date.start));
  const title = findTextTitle(
    [...lines.slice(0, dateAt), beside].filter((line) => !ADDRESS.test(line)),
    list,
    date.day,
  );
  if (!title) throw new PageRefused('không thấy tiêu đề');

  const guesses: Guess[] = [];
  const body = bodyLines(lines, dateAt);
  const signed = body.length > 1 && isPersonName(body.at(-1) ?? '');
  const author = signed ? (body.pop() ?? null) : null;

  const content = tablesOf(body).map((part, index, parts): Block => {
    if (typeof part !== 'string') {
      guesses.push({ kind: 'table', text: blockText(part).replace(/[\t\n]+/g, ' | ') });
      return part;
    }
    if (!isCaption(parts, index)) return plainParagraph(part);
    guesses.push({ kind: 'caption', text: part });
    return lostFigure(part);
  });
  if (content.length === 0) throw new PageRefused('không thấy nội dung bài');
  if (author) guesses.push({ kind: 'author', text: author });

  const known = { title, day: date.day, address: address ? portalPath(address) : null };
  const ownTime = ownLine(list, known)?.on ?? null;
  return { form: 'text', ...known, ownTime, author, body: { type: 'doc', content }, list, pictures: [], guesses };
}
