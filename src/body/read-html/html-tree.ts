/** Text of a parsed document. */
type HtmlText = { kind: 'text'; text: string };

/** An element of a parsed document, whatever parsed it: a browser's DOM and htmlparser2's tree are adapted to this. */
export type HtmlElement = {
  kind: 'element';
  /** In lower case. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** The declarations of the `style` attribute, see `styleOf`. */
  style: Readonly<Record<string, string>>;
  children: HtmlNode[];
  /** Whether the source has its end tag. A DOM does not tell, and says true. */
  closed: boolean;
  /** Whether it is an unclosed formatting element that the parser has opened once more, in a later block. */
  reopened: boolean;
};

export type HtmlNode = HtmlText | HtmlElement;

const NO_STYLE: HtmlElement['style'] = {};

/** The declarations of a `style` attribute, all in lower case. A browser's own list leaves Word's `mso-` ones out. */
function styleOf(attribute: string | undefined): HtmlElement['style'] {
  if (attribute === undefined) return NO_STYLE;
  const declarations = attribute.toLowerCase().split(';');
  const pairs = declarations.map((declaration) => declaration.split(':').map((part) => part.trim()));
  return Object.fromEntries(
    pairs.filter(([name, value]) => name && value).map(([name, ...rest]) => [name, rest.join(':')]),
  );
}

/** An element as a DOM tells of it. */
export const htmlElement = (
  name: string,
  attributes: Record<string, string>,
  children: HtmlNode[],
  { closed, reopened } = { closed: true, reopened: false },
): HtmlElement => ({
  kind: 'element',
  name: name.toLowerCase(),
  attributes,
  style: styleOf(attributes.style),
  children,
  closed,
  reopened,
});

export const isElement = (node: HtmlNode): node is HtmlElement => node.kind === 'element';

/** All text in a node, as it is written there. */
export const textWithin = (node: HtmlNode): string =>
  node.kind === 'text' ? node.text : node.children.map(textWithin).join('');

/** The first element within that a condition holds for, the element itself included. */
export function findWithin(node: HtmlNode, holds: (element: HtmlElement) => boolean): HtmlElement | null {
  if (node.kind === 'text') return null;
  if (holds(node)) return node;
  for (const child of node.children) {
    const found = findWithin(child, holds);
    if (found) return found;
  }
  return null;
}

/** The class and id of an element as words in lower case: `boxLatest news-list` → box, latest, news, list. */
export const classWords = ({ attributes }: Pick<HtmlElement, 'attributes'>): string[] =>
  attributes.class === undefined && attributes.id === undefined
    ? []
    : `${attributes.class ?? ''} ${attributes.id ?? ''}`
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter((word) => word !== '');
