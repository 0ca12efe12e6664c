import { ancestors, type ElementNode, type PageNode } from './page-tree';

const BLOCK = new Set(
  (
    'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search section ' +
    'summary table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
);

/** Whether the element begins and ends a line. What no one knows (`o:p`, `st1:place`) is inline, as in browsers. */
export const isBlock = (name: string): boolean => BLOCK.has(name);

/** The block that a node stands in. */
export function blockOf(node: PageNode): ElementNode {
  for (const element of ancestors(node)) if (isBlock(element.name) || !element.parent) return element;
  throw new Error('unreachable: every node has a root');
}

const HEADING = /^h([1-6])$/;

/** 1 to 6 for a heading, else null. */
export const headingLevel = (name: string): number | null => Number(HEADING.exec(name)?.[1]) || null;

/** The class and id of an element as words in lower case: `boxLatest news-list` → box, latest, news, list. */
export const classWords = ({ attributes }: ElementNode): string[] =>
  `${attributes.class ?? ''} ${attributes.id ?? ''}`
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
