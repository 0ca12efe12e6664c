import { findDate } from '../date-line';
import { PageRefused } from '../page-refused';
import { trimBlockStart } from '../../../../../../body/read-html/white-space';
import { type PageLine, pageLines } from './page-lines';
import { elementOf, type ElementNode, renumber, type TextNode } from './page-tree';

/** Where the date line stands: its first node, and the orders of its first and last. */
export type DateLine = { day: string; start: number; end: number; first: TextNode };

// A page with more date lines than these is a list of articles, not one of them.
const MOST_DATE_LINES = 3;

const rawText = ({ nodes }: PageLine) => nodes.map(({ text }) => text).join('');
const beginsWithDate = (line: PageLine) => findDate(trimBlockStart(rawText(line)))?.start === 0;

/** Puts what lies from `start` to `end` of the line's raw text into blocks of its own and returns their text nodes. */
function setApart(line: PageLine, start: number, end: number): TextNode[] {
  let offset = 0;
  return line.nodes.flatMap((node) => {
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, node.text.length);
    offset += node.text.length;
    if (from >= to) return [];
    const { parent } = node;
    const part = (text: string, under: ElementNode): TextNode => ({ kind: 'text', text, order: 0, parent: under });
    const block = elementOf('div', {}, parent);
    const dated = part(node.text.slice(from, to), block);
    block.children.push(dated);
    const parts = [part(node.text.slice(0, from), parent), block, part(node.text.slice(to), parent)];
    const kept = parts.filter((child) => child.kind === 'element' || child.text !== '');
    parent.children.splice(parent.children.indexOf(node), 1, ...kept);
    return [dated];
  });
}

/**
 * Finds the page's date line and sets it apart from whatever shares its line. A line that begins with the date goes
 * before prose that mentions one. The tree is changed and numbered again.
 *
 * @throws PageRefused without a date line, with a day that does not exist, or with so many that the page is a list
 */
export function findDateLine(body: ElementNode): DateLine {
  const lines = pageLines(body);
  const beginning = lines.filter(beginsWithDate);
  const line = beginning[0] ?? lines.find((candidate) => findDate(rawText(candidate)) !== null);
  const found = line && findDate(rawText(line));
  if (!line || !found) throw new PageRefused('không thấy dòng “Đăng ngày …”');
  if (beginning.length > MOST_DATE_LINES) throw new PageRefused('trang này là một danh sách bài, không phải một bài');
  if (!found.day) throw new PageRefused(`ngày đăng không có trong lịch: “${line.text.slice(0, 60)}”`);

  const dated = setApart(line, found.start, found.end);
  renumber(body);
  const [first] = dated;
  const last = dated.at(-1);
  if (!first || !last) throw new PageRefused('không thấy dòng “Đăng ngày …”');
  return { day: found.day, start: first.order, end: last.order, first };
}
