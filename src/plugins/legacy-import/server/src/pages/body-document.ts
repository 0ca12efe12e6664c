/** The body document, as `body-editor` checks it at every write (ProseMirror JSON of the closed schema). */
export type BodyDocument = { type: 'doc'; content: Block[] };

export type Mark =
  { type: 'bold' | 'italic' | 'underline' | 'subscript' | 'superscript' } | { type: 'link'; attrs: { href: string } };
export type Text = { type: 'text'; text: string; marks?: Mark[] };
export type Inline = Text | { type: 'hardBreak' };

export type Paragraph = { type: 'paragraph'; content?: Inline[] };
export type Heading = { type: 'heading'; attrs: { level: 2 | 3 | 4 }; content?: Inline[] };
export type ListItem = { type: 'listItem'; content: [Paragraph, ...Flow[]] };
export type List =
  { type: 'bulletList'; content: ListItem[] } | { type: 'orderedList'; attrs: { start: number }; content: ListItem[] };
export type Flow = Paragraph | List;
export type Blockquote = { type: 'blockquote'; content: Flow[] };
export type Cell = {
  type: 'tableCell' | 'tableHeader';
  attrs: { colspan: number; rowspan: number };
  content: Flow[];
};
export type Row = { type: 'tableRow'; content: Cell[] };
export type Table = { type: 'table'; content: Row[] };
export type Figure = {
  type: 'figure';
  attrs: { file: string | null; caption: string; credit: string; alt: string | null; decorative: boolean };
};
export type Block = Paragraph | Heading | List | Blockquote | Table | Figure | { type: 'horizontalRule' };

/** A paragraph; without inline content it is the empty one that a table cell needs. */
export const paragraph = (content: Inline[]): Paragraph =>
  content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' };

export const plainParagraph = (text: string): Paragraph => paragraph([{ type: 'text', text }]);

/** A figure of an old page: its file is filled in when the picture is uploaded, its credit is never known. */
export const figure = (caption: string, alt: string | null = null): Figure => ({
  type: 'figure',
  attrs: { file: null, caption, credit: '', alt, decorative: false },
});

export const tableCell = (content: Flow[], colspan = 1, rowspan = 1): Cell => ({
  type: 'tableCell',
  attrs: { colspan, rowspan },
  content,
});

/** The inline content as plain text; a break is a line feed. */
export const textOf = (inline: Inline[] = []): string =>
  inline.map((part) => (part.type === 'text' ? part.text : '\n')).join('');

/** Every text of a body in reading order, captions included, one block a line. */
export function bodyText(blocks: Block[] | Flow[] | ListItem[] | Row[] | Cell[]): string {
  return blocks
    .map((block) => {
      if (block.type === 'figure') return block.attrs.caption;
      if (block.type === 'horizontalRule') return '';
      if (block.type === 'paragraph' || block.type === 'heading') return textOf(block.content);
      return bodyText(block.content);
    })
    .filter((text) => text !== '')
    .join('\n');
}
