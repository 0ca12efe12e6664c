import { composeText, type Inline } from './compose-text';

/** A block of a sample article's body: a string is a paragraph; texts are written as `composeText` reads them. */
export type SampleBlock =
  | string
  | { heading: string; level?: 2 | 3 | 4 }
  | { list: string[] }
  | { steps: string[] }
  | { quote: string[] }
  | { table: string[][] }
  | { figure: string; caption: string; credit: string; alt?: string; decorative?: true }
  | { rule: true };

type Node = { type: string; attrs?: Record<string, unknown>; content?: (Node | Inline)[] };

/** The body's document, as `body-editor` defines it. `fileOf` gives the document id of a picture by its key. */
export function composeBody(blocks: SampleBlock[], fileOf: (picture: string) => string): Node {
  return { type: 'doc', content: blocks.map((block) => composeBlock(block, fileOf)) };
}

const paragraph = (text: string): Node => ({ type: 'paragraph', content: composeText(text) });
const item = (text: string): Node => ({ type: 'listItem', content: [paragraph(text)] });

function composeBlock(block: SampleBlock, fileOf: (picture: string) => string): Node {
  if (typeof block === 'string') return paragraph(block);
  if ('heading' in block) {
    return { type: 'heading', attrs: { level: block.level ?? 2 }, content: composeText(block.heading) };
  }
  if ('list' in block) return { type: 'bulletList', content: block.list.map(item) };
  if ('steps' in block) return { type: 'orderedList', attrs: { start: 1 }, content: block.steps.map(item) };
  if ('quote' in block) return { type: 'blockquote', content: block.quote.map(paragraph) };
  if ('table' in block) return { type: 'table', content: block.table.map(row) };
  if ('rule' in block) return { type: 'horizontalRule' };
  const { figure, caption, credit, alt = null, decorative = false } = block;
  return { type: 'figure', attrs: { file: fileOf(figure), caption, credit, alt, decorative } };
}

/** The first row of a table is its head. */
function row(cells: string[], index: number): Node {
  const type = index === 0 ? 'tableHeader' : 'tableCell';
  const cell = (text: string) => ({ type, attrs: { colspan: 1, rowspan: 1 }, content: [paragraph(text)] });
  return { type: 'tableRow', content: cells.map(cell) };
}
