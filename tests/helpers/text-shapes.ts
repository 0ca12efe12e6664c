import { treeOfMarkup } from '../../src/body/fixtures/pasted/read-fixture';
import { paragraph, plainParagraph } from '../../src/body/nodes';
import { type HtmlElement, htmlElement, type HtmlNode } from '../../src/body/read-html/html-tree';
import { readPlainText } from '../../src/body/read-html/read-plain-text';
import type { Block, Body, Inline } from '../../src/body/schema';

/** What an element of markup, and a node of a body's JSON, add to their text: the whole is as long as the text was. */
const ELEMENT = '<td></td>'.length;
const NODE = '{"type":"paragraph","content":[{"type":"text","text":""}]}'.length;
/** No parser builds trees deeper than markup of this length nests. */
const CHUNK = 4_000;

/** The parts of a text, so many, of equal length. */
function partsOf(text: string, count: number): string[] {
  const size = Math.ceil(text.length / count);
  return Array.from({ length: count }, (_, index) => text.slice(index * size, (index + 1) * size));
}

/** The pieces of a text that fit into its length when each is an element or a node. */
function fitting(text: string, separator: string | RegExp, around: number): string[] {
  let length = 0;
  return text.split(separator).filter((piece) => (length += piece.length + around) <= text.length + around);
}

/** The lines of a text as rows of the cells between their tabs, as many as fit. */
function rowsOf(text: string, around: number): string[][] {
  const rows: string[][] = [[]];
  for (const cell of fitting(text, /(?<=\n)|\t/, around)) {
    rows.at(-1)!.push(cell.trimEnd());
    if (cell.endsWith('\n')) rows.push([]);
  }
  return rows;
}

const element = (name: string, children: HtmlNode[]): HtmlElement => htmlElement(name, {}, children);
const textNode = (text: string): HtmlNode => ({ kind: 'text', text });

/** A text as markup: parsed, as text, as preformatted text, its lines as items and as rows of cells. */
export function treeOf(text: string): HtmlElement {
  const [markup = '', plain = '', preformatted = '', items = '', rows = ''] = partsOf(text, 5);
  const chunks = partsOf(markup, Math.ceil(markup.length / CHUNK));
  return element('body', [
    ...chunks.flatMap((chunk) => treeOfMarkup(chunk).children),
    element('p', [textNode(plain)]),
    element('pre', [textNode(preformatted)]),
    element(
      'ul',
      fitting(items, '\n', ELEMENT).map((line) => element('li', [textNode(line)])),
    ),
    element(
      'table',
      rowsOf(rows, 2 * ELEMENT).map((row) =>
        element(
          'tr',
          row.map((cell) => element('td', [textNode(cell)])),
        ),
      ),
    ),
  ]);
}

const MARKS = [[], [{ type: 'bold' }], [{ type: 'link', attrs: { href: '/a' } }, { type: 'italic' }]] as const;

/** A text as a body: its paragraphs, a paragraph of its words with marks, its lines as items and as rows, captions. */
export function bodyOf(text: string): Body {
  const [paragraphs = '', words = '', items = '', rows = '', captions = ''] = partsOf(text, 5);
  const marked = fitting(words, /(?<=\s)/, NODE).map((word, index): Inline => {
    if (word === '\n') return { type: 'hardBreak' };
    const marks = [...MARKS[index % 3]!];
    return marks.length > 0 ? { type: 'text', text: word, marks } : { type: 'text', text: word };
  });
  const figure = (caption: string): Block => ({
    type: 'figure',
    attrs: { file: 'abc', caption, credit: '', alt: caption, decorative: false },
  });
  const content: Block[] = [
    ...readPlainText(paragraphs),
    paragraph(marked),
    {
      type: 'bulletList',
      content: fitting(items, '\n', 2 * NODE).map((line) => ({ type: 'listItem', content: [plainParagraph(line)] })),
    },
    {
      type: 'table',
      content: rowsOf(rows, 2 * NODE).map((row) => ({
        type: 'tableRow',
        content: row.map((cell) => ({
          type: 'tableCell',
          attrs: { colspan: 1, rowspan: 1 },
          content: [plainParagraph(cell)],
        })),
      })),
    },
    ...partsOf(captions, Math.ceil(captions.length / 900)).map(figure),
  ];
  return { type: 'doc', content };
}
