import { type CheerioAPI, load } from 'cheerio';
import { isBlock } from '../../../../../../body/read-html/elements';
import { isLeftOut } from '../../../../../../body/read-html/left-out';
import { htmlElement, type HtmlElement } from '../../../../../../body/read-html/html-tree';
import { cleanText } from '../../../../../../body/read-html/white-space';
import { guardMarkup } from './guard-markup';

type ParsedNode = Parameters<CheerioAPI['contains']>[0];

/** Text of the page, in NFC. `order` counts every node in document order. */
export type TextNode = { kind: 'text'; text: string; order: number; parent: ElementNode };
/** An element that a reader could see; `end` is the order of the last node inside it. */
export type ElementNode = Omit<HtmlElement, 'children'> & {
  children: PageNode[];
  order: number;
  end: number;
  parent: ElementNode | null;
};
export type PageNode = TextNode | ElementNode;

/** A parsed page: what a reader sees of it, what its head says, and how its source begins. */
export type PageTree = { body: ElementNode; title: string; canonical: string[]; start: string };

const START = 8192;

/** An element without children, to be put into the tree. */
export const elementOf = (
  name: string,
  attributes: Record<string, string>,
  parent: ElementNode | null,
  tags = { closed: true, reopened: false },
): ElementNode => ({ ...htmlElement(name, attributes, [], tags), children: [], order: 0, end: 0, parent });

/** The parsed nodes as a small tree of our own, without what shows nothing. Depth is bounded by `guardMarkup`. */
function keepVisible(root: ParsedNode): ElementNode {
  let order = 0;
  const opened = new Set<number>();
  const visit = (parsed: ParsedNode, parent: ElementNode): void => {
    if (parsed.type === 'text') {
      const text = cleanText(parsed.data);
      if (text !== '') parent.children.push({ kind: 'text', text, order: (order += 1), parent });
    } else if ('attribs' in parsed) {
      const where = parsed.sourceCodeLocation;
      const closed = Boolean(where?.endTag);
      const reopened = !closed && where != null && opened.has(where.startOffset);
      if (where) opened.add(where.startOffset);
      const element = elementOf(parsed.name, { ...parsed.attribs }, parent, { closed, reopened });
      if (isLeftOut(element)) return;
      element.order = order += 1;
      parsed.children.forEach((child) => visit(child, element));
      element.end = order;
      parent.children.push(element);
    }
  };
  const body = elementOf('body', {}, null);
  if ('children' in root) root.children.forEach((child) => visit(child, body));
  body.end = order;
  return body;
}

/**
 * Parses a page as a browser does, whatever its markup, and keeps what a reader sees.
 * @throws PageRefused for oversized markup.
 */
export function parsePage(html: string): PageTree {
  guardMarkup(html);
  const $ = load(html, { sourceCodeLocationInfo: true });
  const canonical = [$('link[rel="canonical" i]').attr('href'), $('meta[property="og:url" i]').attr('content')].filter(
    (address) => address !== undefined,
  );
  const root = $('body')[0];
  const title = cleanText($('title').not('svg title').first().text());
  return { body: keepVisible(root ?? ($.root()[0] as ParsedNode)), title, canonical, start: html.slice(0, START) };
}

/** The element and those around it, innermost first. */
export function* ancestors(node: PageNode): Generator<ElementNode> {
  for (let element = node.kind === 'element' ? node : node.parent; ; element = element.parent) {
    yield element;
    if (!element.parent) return;
  }
}

/** The block that a node stands in. */
export function blockOf(node: PageNode): ElementNode {
  for (const element of ancestors(node)) if (isBlock(element.name) || !element.parent) return element;
  throw new Error('unreachable: every node has a root');
}

/** Whether `node` is `outer` or lies in it. */
export const contains = (outer: PageNode, node: PageNode): boolean =>
  node.order >= outer.order && node.order <= (outer.kind === 'element' ? outer.end : outer.order);

/** The first of the ascending orders that is not before `from`, by its index. */
function firstFrom(orders: readonly number[], from: number): number {
  let [low, high] = [0, orders.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (orders[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether an element holds one of some nodes. */
export function holderOf(nodes: readonly PageNode[]): (element: ElementNode) => boolean {
  const orders = nodes.map(({ order }) => order).sort((one, other) => one - other);
  return ({ order, end }) => {
    const next = orders[firstFrom(orders, order)];
    return next !== undefined && next <= end;
  };
}

/** Whether a node is one of some elements, or lies in one. */
export function within(elements: readonly ElementNode[]): (node: PageNode) => boolean {
  const outermost: ElementNode[] = [];
  for (const element of [...elements].sort((one, other) => one.order - other.order)) {
    if (element.order > (outermost.at(-1)?.end ?? -1)) outermost.push(element);
  }
  const orders = outermost.map(({ order }) => order);
  return ({ order }) => {
    const element = outermost[firstFrom(orders, order + 1) - 1];
    return element !== undefined && order <= element.end;
  };
}

/** Numbers the nodes again, after the tree was changed. */
export function renumber(body: ElementNode): void {
  let order = 0;
  const visit = (node: PageNode): void => {
    node.order = order;
    order += 1;
    if (node.kind === 'text') return;
    node.children.forEach(visit);
    node.end = order - 1;
  };
  visit(body);
}
