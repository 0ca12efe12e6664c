import { SaxesParser } from 'saxes';
import { UnreadableSpreadsheet } from '../spreadsheet';
import { brokenFile } from './package-parts';

export type Attributes = Readonly<Record<string, string>>;

/** What only a file made to harm goes past. */
const DEEPEST = 64;
const MOST_ATTRIBUTES = 256;

/** Callbacks for what a part holds, by local names: some programs write `x:row` for `row`. */
export type XmlHandlers = {
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
};

/**
 * Reads XML as it comes. A document type, by which entities are declared, is refused.
 *
 * @throws UnreadableSpreadsheet for what is not well-formed
 */
export async function readXml(pieces: AsyncIterable<string>, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  const fail = (error?: unknown) => {
    throw error instanceof UnreadableSpreadsheet ? error : brokenFile({ cause: error });
  };
  parser.on('error', fail);
  parser.on('doctype', () => fail());
  let depth = 0;
  let attributesOfTag = 0;
  parser.on('opentagstart', () => {
    attributesOfTag = 0;
    depth += 1;
    if (depth > DEEPEST) fail();
  });
  parser.on('attribute', () => {
    attributesOfTag += 1;
    if (attributesOfTag > MOST_ATTRIBUTES) fail();
  });
  parser.on('opentag', ({ name, attributes }) => handlers.open(localName(name), attributes));
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handlers.close?.(localName(name));
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  for await (const piece of pieces) parser.write(piece);
  parser.close();
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
