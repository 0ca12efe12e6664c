import { writableText } from '../../../../../vietnamese';

/** Finished XML; any other text is escaped where it goes in. */
export class Xml {
  constructor(readonly source: string) {}
}

type Attributes = Record<string, string | number | null | undefined>;
type Child = Xml | string | null | undefined | false;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const reference = (character: string): string => `&#${character.codePointAt(0)};`;

/**
 * Any text as XML content: characters that XML 1.0 forbids are dropped, and `>` is always escaped, so that `]]>` cannot
 * occur. A carriage return, which a parser would normalise to a line feed, and a leading combining mark, which NFC
 * would compose with the `>` before it, become references.
 */
export const escapeXml = (text: string): string =>
  writableText(text)
    .replace(/[&<>]/g, (sign) => ENTITIES[sign]!)
    .replace(/\r|^\p{M}/gu, reference);

const attribute = ([name, value]: [string, unknown]): string =>
  value === null || value === undefined ? '' : ` ${name}="${escapeXml(String(value)).replace(/["\t\n]/g, reference)}"`;

const content = (child: Child): string =>
  child instanceof Xml ? child.source : typeof child === 'string' ? escapeXml(child) : '';

/** One element. Attributes and children that are null, undefined or false are left out. */
export function element(name: string, attributes: Attributes, ...children: Child[]): Xml {
  const inside = children.map(content).join('');
  const opening = name + Object.entries(attributes).map(attribute).join('');
  return new Xml(inside === '' ? `<${opening}/>` : `<${opening}>${inside}</${name}>`);
}

/** One element with a text, or nothing where there is none. */
export const textElement = (name: string, text: string | null): Xml | null =>
  text === null ? null : element(name, {}, text);

/** A whole document, in UTF-8. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.source}\n`;
