/** Markup of the clipboard as a small tree of our own, so that reading it needs no browser. */
export type PastedElement = {
  kind: 'element';
  /** In lower case. */
  name: string;
  attributes: Record<string, string>;
  style: Record<string, string>;
  children: PastedNode[];
};
export type PastedNode = { kind: 'text'; text: string } | PastedElement;

/** The declarations of a `style` attribute, all in lower case. The browser's own list leaves Word's `mso-` ones out. */
export function styleOf(attribute = ''): Record<string, string> {
  const declarations = attribute.toLowerCase().split(';');
  const pairs = declarations.map((declaration) => declaration.split(':').map((part) => part.trim()));
  return Object.fromEntries(
    pairs.filter(([name, value]) => name && value).map(([name, ...rest]) => [name, rest.join(':')]),
  );
}

export function elementOf(name: string, attributes: Record<string, string>, children: PastedNode[]): PastedElement {
  return { kind: 'element', name: name.toLowerCase(), attributes, style: styleOf(attributes.style), children };
}

export const isElement = (node: PastedNode): node is PastedElement => node.kind === 'element';

/** All text in an element, as it is written there. */
export const writtenIn = (node: PastedNode): string =>
  node.kind === 'text' ? node.text : node.children.map(writtenIn).join('');

/** The first element within that a condition holds for, the element itself included. */
export function findWithin(node: PastedNode, holds: (element: PastedElement) => boolean): PastedElement | null {
  if (node.kind === 'text') return null;
  if (holds(node)) return node;
  for (const child of node.children) {
    const found = findWithin(child, holds);
    if (found) return found;
  }
  return null;
}
