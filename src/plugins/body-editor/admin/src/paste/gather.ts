import { type Mark } from '../../../../../body/schema';
import { headingLevel, isBlock } from './element-kinds';
import { listPieces } from './html-lists';
import { blocksOfRuns, type Run } from './inline-of';
import { isLeftOut } from './left-out';
import { marksWithin } from './marks-within';
import { findWithin, type PastedElement, type PastedNode, writtenIn } from './pasted-tree';
import { asFlow, isFlow, type Piece } from './pieces';
import { tablePieces } from './tables';
import { isMarker, withLists, wordItem } from './word-lists';

/** What surrounds a node: its marks, how deep in lists it lies, and what its block is. */
export type Around = {
  marks: Mark[];
  lists: number;
  heading: number | null;
  caption: boolean;
  preformatted: boolean;
  item: ReturnType<typeof wordItem>;
};

export const AROUND_ALL: Around = {
  marks: [],
  lists: 0,
  heading: null,
  caption: false,
  preformatted: false,
  item: null,
};

const CAPTION_CLASS = /(?:^|\s)(?:msocaption|caption|wp-caption-text)(?:\s|$)/i;
// The Indent button of mail programs and old editors writes a quote that is none.
const INDENT = { border: /^(?:none|0)/, 'margin-right': /^0/ };
const SMALLEST_PICTURE = 32;

const isIndent = ({ style }: PastedElement) =>
  Object.entries(INDENT).some(([name, pattern]) => pattern.test(style[name] ?? ''));

const isSmall = ({ attributes: { width, height } }: PastedElement) =>
  [width, height].some(
    (size) => /^\d+(?:px)?$/.test(size ?? '') && Number.parseInt(size ?? '', 10) <= SMALLEST_PICTURE,
  );

const isTab = ({ style, attributes }: PastedElement) =>
  'mso-tab-count' in style || 'mso-spacerun' in style || attributes.class === 'Apple-converted-space';

const withoutBold = (marks: Mark[]) => marks.filter(({ type }) => type !== 'bold');

/** Gathers the pieces of pasted markup: one pass over the tree, text collected until a block edge or a picture ends it. */
class Gatherer {
  readonly pieces: Piece[] = [];
  private runs: Run[] = [];

  flush({ heading, caption, item }: Around): void {
    const blocks = blocksOfRuns(this.runs);
    this.runs = [];
    for (const inline of blocks) {
      if (heading) this.pieces.push({ kind: 'heading', level: heading, inline });
      else if (!item) this.pieces.push({ kind: 'text', inline, caption });
      else if (typeof item.marker === 'object') this.pieces.push({ kind: 'lettered', level: item.level, inline });
      else this.pieces.push({ kind: 'item', level: item.level, marker: item.marker, inline });
    }
  }

  visit(node: PastedNode, around: Around): void {
    if (node.kind === 'text') this.addText(node.text, around);
    else if (isLeftOut(node)) return;
    else if (node.name === 'br') this.addBreak(node);
    else if (node.name === 'img') this.addPicture(node, around);
    else if (node.name === 'hr') this.addAside(around, [{ kind: 'block', block: { type: 'horizontalRule' } }]);
    else if (node.name === 'table') this.addAside(around, tablePieces(node, { ...around, item: null }));
    else if (node.name === 'ul' || node.name === 'ol')
      this.addAside(around, listPieces(node, { ...around, marks: marksWithin(node, around.marks) }));
    else if (node.name === 'blockquote') this.addAside(around, quotePieces(node, around));
    else if (isBlock(node.name)) this.addBlock(node, around);
    else this.addInline(node, around);
  }

  private addText(text: string, { marks, preformatted }: Around): void {
    const lines = preformatted ? text.split(/\r\n?|\n/) : [text];
    lines.forEach((line, index) => {
      if (index > 0) this.runs.push('break');
      this.runs.push({ text: line, marks });
    });
  }

  private addBreak({ attributes, style }: PastedElement): void {
    if (attributes.class === 'Apple-interchange-newline' || 'page-break-before' in style) return;
    this.runs.push('break');
  }

  private addPicture(element: PastedElement, around: Around): void {
    const src = (element.attributes.src ?? '').trim();
    if (src === '' || isSmall(element)) return;
    this.addAside(around, [{ kind: 'picture', src, caption: '' }]);
  }

  private addAside(around: Around, pieces: Piece[]): void {
    this.flush(around);
    this.pieces.push(...pieces);
  }

  private addBlock(element: PastedElement, around: Around): void {
    this.flush(around);
    // The line above the footnotes.
    const isNotes = element.style['mso-element'] === 'footnote-list' || element.style['mso-element'] === 'endnote-list';
    const heading = headingLevel(element) ?? around.heading;
    const marks = marksWithin(element, around.marks);
    const inside: Around = {
      marks: heading ? withoutBold(marks) : marks,
      lists: around.lists,
      heading,
      caption: around.caption || element.name === 'figcaption' || CAPTION_CLASS.test(element.attributes.class ?? ''),
      preformatted: around.preformatted || element.name === 'pre',
      item: around.lists > 0 ? null : (wordItem(element) ?? around.item),
    };
    const children = isNotes ? element.children.filter((child) => !isRule(child)) : element.children;
    children.forEach((child) => this.visit(child, inside));
    this.flush(inside);
  }

  private addInline(element: PastedElement, around: Around): void {
    if (isMarker(element)) {
      // Numbers of headings, and markers that the body's lists cannot show, are part of the text.
      const kept = around.heading || typeof around.item?.marker === 'object';
      if (kept) this.runs.push({ text: `${writtenIn(element).trim()} `, marks: [] });
      return;
    }
    const isNote = 'mso-footnote-id' in element.style || 'mso-endnote-id' in element.style;
    const marks = marksWithin(element, around.marks);
    const inside: Around = {
      ...around,
      marks: around.heading ? withoutBold(marks) : marks,
    };
    if (isTab(element) && !findWithin(element, ({ name }) => name === 'img')) this.addText(' ', inside);
    else if (isNote) this.addText(writtenIn(element).trim(), { ...inside, marks: [{ type: 'superscript' }] });
    else element.children.forEach((child) => this.visit(child, inside));
  }
}

const isRule = (node: PastedNode): boolean => node.kind === 'element' && node.name === 'hr';

function quotePieces(quote: PastedElement, around: Around): Piece[] {
  const pieces = gather(quote.children, around);
  const fits = pieces.length > 0 && pieces.every(isFlow) && around.lists === 0;
  if (!fits || isIndent(quote)) return pieces;
  return [{ kind: 'block', block: { type: 'blockquote', content: asFlow(pieces) } }];
}

/** The pieces of some nodes, in reading order. */
export function gather(nodes: PastedNode[], around: Around): Piece[] {
  const gatherer = new Gatherer();
  nodes.forEach((node) => gatherer.visit(node, around));
  gatherer.flush(around);
  return withLists(gatherer.pieces);
}
