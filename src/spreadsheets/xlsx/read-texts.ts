import { LIMITS } from '../spreadsheet';
import { brokenFile } from './package-parts';
import { readXml, type XmlHandlers } from './read-xml';

/**
 * Gathers the text of a string item (`si`, `is`): its runs are joined, and what tells its pronunciation (`rPh`) is left
 * out (ECMA-376, part 1, 18.4).
 */
export class TextItem implements Required<XmlHandlers> {
  #text = '';
  #isText = false;
  #pronunciations = 0;

  open(name: string): void {
    if (name === 'rPh') this.#pronunciations += 1;
    else if (name === 't') this.#isText = this.#pronunciations === 0;
  }

  text(text: string): void {
    if (!this.#isText) return;
    this.#text += text;
    // An escape, _x000D_, takes seven characters for one.
    if (this.#text.length > LIMITS.cell * 7) throw brokenFile();
  }

  close(name: string): void {
    if (name === 'rPh') this.#pronunciations -= 1;
    else if (name === 't') this.#isText = false;
  }

  /** The text, and a new start. */
  take(): string {
    const text = unescaped(this.#text);
    this.#text = '';
    return text;
  }
}

/** A string as it was before a spreadsheet escaped what XML cannot hold: `_x000D_` (18.18.88, ST_Xstring). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;

/** The shared strings of a workbook, which cells name by their place. */
export async function readSharedStrings(pieces: AsyncIterable<string>): Promise<string[]> {
  const strings: string[] = [];
  const item = new TextItem();
  await readXml(pieces, {
    open: (name) => item.open(name),
    text: (text) => item.text(text),
    close(name) {
      item.close(name);
      if (name !== 'si') return;
      strings.push(item.take());
      if (strings.length > LIMITS.strings) throw brokenFile();
    },
  });
  return strings;
}
