import { isControl, isFootHeading, isListHeading, isSiteFoot } from '../boilerplate';
import { readStamp } from '../list-line';
import type { DateLine } from './find-date-line';
import { boilerplateElements } from './boilerplate-elements';
import { firstOrder, type PageLine } from './page-lines';
import { ancestors, contains, type ElementNode, holderOf, type PageNode, type TextNode, within } from './page-tree';

/** The part of the page that is the article's body: the element that holds it, and which nodes of that belong to it. */
export type BodyRange = { container: ElementNode; keeps: (node: PageNode) => boolean };

const PROSE = 40;
const SENTENCE_END = /[.!?…:;]["”’)]*$/;
const DOCUMENT_FILE = /\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|7z)(?:[?#]|$)/i;

const MOST_SIBLINGS = 50;
const LONGEST_CELL = 200;

/** The text in a node, kept: every line of a cell asks for it. */
const texts = new WeakMap<PageNode, string>();
function textIn(node: PageNode): string {
  if (node.kind === 'text') return node.text;
  const text = texts.get(node) ?? node.children.slice(0, MOST_SIBLINGS).map(textIn).join(' ');
  texts.set(node, text);
  return text;
}

const controls = new WeakMap<PageNode, boolean>();
function isControlNode(node: PageNode): boolean {
  const known = controls.get(node) ?? isControl(textIn(node));
  controls.set(node, known);
  return known;
}

const isProse = ({ text, onlyLinks }: PageLine) => !onlyLinks && (text.length >= PROSE || SENTENCE_END.test(text));
const isListed = (line: PageLine) => readStamp(line.text) !== null && (line.link !== null || line.block.name === 'li');
const attachesFile = ({ link }: PageLine) => DOCUMENT_FILE.test(link?.attributes.href ?? '');

function isEnd(lines: PageLine[], index: number): boolean {
  const line = lines[index];
  if (!line) return false;
  if (isListHeading(line.text) || isSiteFoot(line.text) || isListed(line)) return true;
  if (!isFootHeading(line.text)) return false;
  const isAside = (after: PageLine | undefined) => after && (isControl(after.text) || after.onlyLinks);
  let next = index + 1;
  while (isAside(lines[next])) next += 1;
  const after = lines[next];
  return !after || isFootHeading(after.text) || isListHeading(after.text) || isSiteFoot(after.text);
}

/** The lines up to the end of the article. A box of other news that stands before all prose is skipped instead. */
function linesToEnd(lines: PageLine[]): { kept: PageLine[]; end: number } {
  const kept: PageLine[] = [];
  let skipping = false;
  for (const [index, line] of lines.entries()) {
    if (isEnd(lines, index)) {
      if (kept.some(isProse)) return { kept, end: firstOrder(line) };
      skipping = true;
    } else if (skipping && (line.onlyLinks || readStamp(line.text) || isControl(line.text))) {
      continue;
    } else {
      skipping = false;
      kept.push(line);
    }
  }
  return { kept, end: Infinity };
}

/** In a table or list of the body, with text beside it, `100%` or `-` is a figure, not a button. */
function isContent(line: PageLine, date: TextNode): boolean {
  for (const element of ancestors(line.block)) {
    if (!element.parent || contains(element.parent, date)) return false;
    if (!['td', 'th', 'li'].includes(element.name)) continue;
    if (textIn(element).length > LONGEST_CELL) return false;
    const others = element.parent.children.slice(0, MOST_SIBLINGS).filter((child) => child !== element);
    return others.some((other) => !isControlNode(other));
  }
  return false;
}

const isButton = (line: PageLine, date: TextNode) =>
  (line.onlyButtons || isControl(line.text)) && !isContent(line, date);

/** Without the buttons before the first and after the last line of the article; those inside it are text. */
function withoutEdges(lines: PageLine[], date: TextNode): PageLine[] {
  const first = lines.findIndex((line) => !isButton(line, date));
  const last = lines.findLastIndex((line) => !isButton(line, date));
  return first < 0 ? [] : lines.slice(first, last + 1);
}

function smallestAround(date: TextNode, lines: PageLine[]): ElementNode {
  const orders = lines.flatMap(({ nodes }) => nodes).map(({ order }) => order);
  const first = orders.reduce((least, order) => Math.min(least, order), Infinity);
  const last = orders.reduce((most, order) => Math.max(most, order), -Infinity);
  for (const element of ancestors(date)) {
    if (element.order <= first && last <= element.end) return element;
    if (!element.parent) return element;
  }
  return date.parent;
}

/** The child of the container in which the prose ends, where it holds more than one block: the article's own box. */
function articleBox(lines: PageLine[], container: ElementNode): ElementNode | null {
  const last = lines.findLast(isProse)?.nodes.at(-1);
  const box = last && container.children.find((child) => contains(child, last));
  if (box?.kind !== 'element') return null;
  const blocks = new Set(lines.filter((line) => contains(box, line.block)).map(({ block }) => block));
  return blocks.size > 1 ? box : null;
}

/**
 * The body: what follows the date line up to the list of other news, within the smallest element that holds the date and
 * all prose of that stretch, without menus, share bars and buttons at its edges. Links alone that follow the article's
 * own box lead elsewhere, unless they are attached files.
 *
 * @param lines the page's lines
 * @param title the nodes that show the title
 */
export function findBody(body: ElementNode, lines: PageLine[], date: DateLine, title: TextNode[]): BodyRange {
  const inBoilerplate = within(boilerplateElements(body, lines, date.first));
  const titled = new Set<PageNode>(title);
  const after = lines.filter((line) => firstOrder(line) > date.end && !line.nodes.some((node) => titled.has(node)));
  const { kept, end } = linesToEnd(after.filter(({ block }) => !inBoilerplate(block)));
  const article = withoutEdges(kept, date.first);
  const prose = article.filter(isProse);
  const container = smallestAround(date.first, prose.length > 0 ? prose : article);
  const inside = article.filter(({ nodes }) => nodes.every((node) => contains(container, node)));
  const box = articleBox(inside, container);
  const wanted = withoutEdges(
    inside.filter((line) => !box || firstOrder(line) <= box.end || !line.onlyLinks || attachesFile(line)),
    date.first,
  );

  const shown = new Set<PageNode>(wanted.flatMap(({ nodes }) => nodes));
  const holdsText = holderOf(wanted.flatMap(({ nodes: [first] }) => first ?? []));
  const inButtons = within([...new Set(after.map(({ block }) => block))].filter((block) => !holdsText(block)));
  const lastPicture = Math.min(end, box?.end ?? Infinity);
  return {
    container,
    keeps: (node) => {
      if (node.kind === 'text') return shown.has(node);
      if (node.order <= date.end || node.order > lastPicture || inBoilerplate(node)) return false;
      return !inButtons(node);
    },
  };
}
