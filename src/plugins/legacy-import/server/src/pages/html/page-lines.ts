import { collapse, trimBlock } from '../../../../../../body/read-html/white-space';
import { isButtonLink } from '../../../../../../body/read-html/pictures';
import { isBlock } from '../../../../../../body/read-html/elements';
import { ancestors, blockOf, type ElementNode, type PageNode, type TextNode } from './page-tree';

/** A line of the page as a reader sees it: the text between two block edges or breaks. */
export type PageLine = {
  text: string;
  nodes: TextNode[];
  block: ElementNode;
  /** The first link on the line, whether the line is nothing but links, and whether these are all buttons. */
  link: ElementNode | null;
  onlyLinks: boolean;
  onlyButtons: boolean;
};

const linkOf = (node: TextNode): ElementNode | null => {
  for (const element of ancestors(node)) {
    if (element.name === 'a' && element.attributes.href !== undefined && !element.reopened) return element;
  }
  return null;
};

function lineOf(nodes: TextNode[]): PageLine | null {
  const text = trimBlock(collapse(nodes.map((node) => node.text).join('')));
  const shown = nodes.filter((node) => trimBlock(node.text) !== '');
  const [first] = shown;
  if (text === '' || !first) return null;
  const links = shown.map(linkOf);
  const link = links.find((found) => found !== null) ?? null;
  const onlyLinks = links.every((found) => found !== null);
  const onlyButtons = links.every((found) => isButtonLink(found?.attributes.href));
  return { text, nodes, block: blockOf(first), link, onlyLinks, onlyButtons };
}

/** The page's lines in document order, empty ones left out. */
export function pageLines(body: ElementNode): PageLine[] {
  const lines: PageLine[] = [];
  let current: TextNode[] = [];
  const endLine = () => {
    const line = lineOf(current);
    if (line) lines.push(line);
    current = [];
  };
  const visit = (node: PageNode): void => {
    if (node.kind === 'text') {
      current.push(node);
      return;
    }
    const edge = isBlock(node.name) || node.name === 'br';
    if (edge) endLine();
    node.children.forEach(visit);
    if (edge) endLine();
  };
  body.children.forEach(visit);
  endLine();
  return lines;
}

export const firstOrder = (line: PageLine): number => line.nodes[0]?.order ?? 0;
