import type { Mark } from '../schema';
import { aroundIn, headingMarks } from './around';
import { isBlock } from './elements';
import { findWithin, type HtmlElement, type HtmlNode, textWithin } from './html-tree';
import { blocksOfRuns, type Run } from './inline';
import { isLeftOut } from './left-out';
import { listPieces } from './lists';
import { marksWithin } from './marks';
import { isButtonLink, pictureSource } from './pictures';
import { type Around, asFlow, isFlow, type Look, type Piece } from './pieces';
import { tablePieces } from './tables';
import { isMarker, withLists } from './word-lists';

// The Indent button of mail programs and old editors writes a quote that is none.
const INDENT = { border: /^(?:none|0)/, 'margin-right': /^0/ };
const SENTENCE_END = /[.!?…:;]["”’)]*$/;
// A cell with more text than this is the layout of an old page, its breaks the ends of paragraphs.
const LONGEST_CELL = 300;
const CELLS = new Set(['li', 'td', 'th', 'dt', 'dd']);

const isIndent = ({ style }: HtmlElement) =>
  Object.entries(INDENT).some(([name, pattern]) => pattern.test(style[name] ?? ''));

const isTab = ({ style, attributes }: HtmlElement) =>
  'mso-tab-count' in style || 'mso-spacerun' in style || attributes.class === 'Apple-converted-space';

const isNotes = ({ style }: HtmlElement) =>
  style['mso-element'] === 'footnote-list' || style['mso-element'] === 'endnote-list';

const isRule = (node: HtmlNode): boolean => node.kind === 'element' && node.name === 'hr';

function lookOf(runs: Run[], { centred, caption }: Around): Look {
  const all = (type: Mark['type']) =>
    runs.every((run) => run === 'break' || run.marks.some((mark) => mark.type === type) || run.text.trim() === '');
  return { bold: all('bold'), italic: all('italic'), centred, caption };
}

/** Gathers the pieces of markup: one pass over the tree, text collected until a block edge or a picture ends it. */
class Gatherer {
  readonly pieces: Piece[] = [];
  private runs: Run[] = [];
  private pictured: Set<HtmlElement> | null = null;

  flush(around: Around): void {
    if (this.runs.length === 0) return;
    const { heading, item, block } = around;
    const blocks = blocksOfRuns(this.runs, {
      endsBlock: this.breakEndsBlock(around),
      noBreakSpaces: around.source.policy.noBreakSpaces,
    });
    this.runs = [];
    for (const { runs, inline } of blocks) {
      if (heading) this.pieces.push({ kind: 'heading', level: heading, inline });
      else if (!item) this.pieces.push({ kind: 'text', inline, look: lookOf(runs, around), block });
      else if (typeof item.marker === 'object') this.pieces.push({ kind: 'lettered', level: item.level, inline });
      else this.pieces.push({ kind: 'item', level: item.level, marker: item.marker, inline });
    }
  }

  visit(node: HtmlNode, around: Around): void {
    if (node.kind === 'text') this.addText(node.text, around);
    else if (isLeftOut(node)) return;
    else if (node.name === 'br') this.addBreak(node);
    else if (node.name === 'img') this.addPicture(node, around);
    else if (node.name === 'hr') this.addAside(around, [{ kind: 'block', block: { type: 'horizontalRule' } }]);
    else if (node.name === 'table') this.addAside(around, tablePieces(node, { ...around, item: null }, gather));
    else if (node.name === 'ul' || node.name === 'ol') this.addAside(around, listPieces(node, around, gather));
    else if (node.name === 'blockquote') this.addAside(around, quotePieces(node, around));
    else if (isBlock(node.name)) this.addBlock(node, around);
    else this.addInline(node, around);
  }

  /** Whether a single break ends a block, by the text of the line before it. */
  private breakEndsBlock({ source, heading, block }: Around): (line: string) => boolean {
    if (source.policy.singleBreaks === 'lines' || heading) return () => false;
    // Beside a picture a break ends the caption.
    if (this.pictured?.has(block) || !this.keepsBreaks(block)) return () => true;
    return (line) => SENTENCE_END.test(line);
  }

  /** In a paragraph, and in an item or cell that holds no whole article (a signature, an address), a break is a line. */
  private keepsBreaks({ name }: HtmlElement): boolean {
    if (name === 'p') return true;
    const length = this.runs.reduce((sum, run) => sum + (run === 'break' ? 0 : run.text.length), 0);
    return CELLS.has(name) && length <= LONGEST_CELL;
  }

  private addText(text: string, { marks, preformatted }: Around): void {
    const lines = preformatted ? text.split(/\r\n?|\n/) : [text];
    lines.forEach((line, index) => {
      if (index > 0) this.runs.push('break');
      this.runs.push({ text: line, marks });
    });
  }

  private addBreak({ attributes, style }: HtmlElement): void {
    if (attributes.class === 'Apple-interchange-newline' || 'page-break-before' in style) return;
    this.runs.push('break');
  }

  private addPicture(element: HtmlElement, around: Around): void {
    const src = around.button ? null : pictureSource(element);
    if (src === null) return;
    this.flush(around);
    (this.pictured ??= new Set()).add(around.block);
    const alt = element.attributes.alt ?? '';
    this.pieces.push({ kind: 'picture', src, alt, caption: null, block: around.block });
  }

  private addAside(around: Around, pieces: Piece[]): void {
    this.flush(around);
    for (const piece of pieces) this.pieces.push(piece);
  }

  private addBlock(element: HtmlElement, around: Around): void {
    this.flush(around);
    const inside = aroundIn(element, around);
    // The line above the footnotes.
    const children = isNotes(element) ? element.children.filter((child) => !isRule(child)) : element.children;
    children.forEach((child) => this.visit(child, inside));
    this.flush(inside);
  }

  private addInline(element: HtmlElement, around: Around): void {
    if (isMarker(element)) {
      // Numbers of headings, and markers that the body's lists cannot show, are part of the text.
      const kept = around.heading || typeof around.item?.marker === 'object';
      if (kept) this.runs.push({ text: `${textWithin(element).trim()} `, marks: [] });
      return;
    }
    const isNote = 'mso-footnote-id' in element.style || 'mso-endnote-id' in element.style;
    const marks = marksWithin(element, around.marks, around.source);
    const inside: Around = {
      ...around,
      marks: around.heading ? headingMarks(marks) : marks,
      button: around.button || (element.name === 'a' && isButtonLink(element.attributes.href)),
    };
    if (isTab(element) && !findWithin(element, ({ name }) => name === 'img')) this.addText(' ', inside);
    else if (isNote) this.addText(textWithin(element).trim(), { ...inside, marks: [{ type: 'superscript' }] });
    else element.children.forEach((child) => this.visit(child, inside));
  }
}

function quotePieces(quote: HtmlElement, around: Around): Piece[] {
  const pieces = gather(quote.children, aroundIn(quote, around));
  const fits = pieces.length > 0 && pieces.every(isFlow) && around.lists === 0;
  if (!fits || isIndent(quote)) return pieces;
  return [{ kind: 'block', block: { type: 'blockquote', content: asFlow(pieces) } }];
}

/** The pieces of some nodes, in reading order. */
export function gather(nodes: HtmlNode[], around: Around): Piece[] {
  const gatherer = new Gatherer();
  nodes.forEach((node) => gatherer.visit(node, around));
  gatherer.flush(around);
  return withLists(gatherer.pieces);
}
