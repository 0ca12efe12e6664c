import { type Mark } from '../../body-document';
import { classWords, headingLevel, isBlock } from '../elements';
import { type ElementNode, type PageNode } from '../page-tree';
import { inlineOf, type Run, splitAtBreaks } from './inline';
import { linkAddress } from './link-address';
import { listPieces } from './lists';
import { ownMark } from './marks';
import { type Look, type Piece } from './pieces';
import { pictureOf } from './picture-of';
import { quotePieces } from './quote';
import { tablePieces } from './tables';

/** What a page is read with: which nodes belong to the body, the page's whole address, its title. */
export type Reading = { keeps: (node: PageNode) => boolean; address: string | null; title: string };

/** What surrounds a node: its marks, the block that holds it, and how deep in lists it lies. */
export type Around = {
  marks: Mark[];
  place: ElementNode;
  level: 2 | 3 | 4 | null;
  centred: boolean;
  captioned: boolean;
  preformatted: boolean;
  lists: number;
};

const CAPTION_WORDS = new Set([
  'caption',
  'captions',
  'figcaption',
  'chuthich',
  'photocaption',
  'imgcaption',
  'picturecaption',
]);
const CENTRED = /(?:^|;)\s*text-align\s*:\s*(?:-webkit-|-moz-)?center/i;
const ALIGNED = /(?:^|;)\s*text-align\s*:/i;
// A cell with more text than this is the layout of an old page, its breaks the ends of paragraphs.
const LONGEST_CELL = 300;
const LEVELS = [2, 2, 3, 4, 4, 4] as const;

function alignment({ name, attributes }: ElementNode, inherited: boolean): boolean {
  const { style = '', align } = attributes;
  if (ALIGNED.test(style)) return CENTRED.test(style);
  return align === undefined ? inherited || name === 'center' : align.toLowerCase() === 'center';
}

/** Around a block element: it holds what lies in it. */
function within(element: ElementNode, around: Around): Around {
  const heading = headingLevel(element.name);
  // A heading that was never closed ends where the next block begins.
  const inherited = around.place.closed || !headingLevel(around.place.name) ? around.level : null;
  return {
    ...around,
    place: element,
    level: heading ? (LEVELS[heading - 1] ?? 4) : inherited,
    centred: alignment(element, around.centred),
    captioned:
      around.captioned || element.name === 'figcaption' || classWords(element).some((word) => CAPTION_WORDS.has(word)),
    preformatted: around.preformatted || ['pre', 'listing', 'xmp', 'plaintext'].includes(element.name),
  };
}

/** Gathers the pieces of a body: one pass over the tree, text collected until a block edge, a picture or a list ends it. */
class Gatherer {
  readonly pieces: Piece[] = [];
  private runs: Run[] = [];
  private readonly pictured = new Set<ElementNode>();

  constructor(private readonly reading: Reading) {}

  /** Ends the block whose text has been collected so far. */
  flush(around: Around): void {
    const { place, level } = around;
    // In a heading a break is only a broken line; beside a picture it ends the caption.
    const everyBreak = this.pictured.has(place) || !keepsBreaks(place, this.runs);
    const blocks = level ? [this.runs] : splitAtBreaks(this.runs, everyBreak);
    this.runs = [];
    for (const runs of blocks) {
      const inline = inlineOf(runs);
      if (inline.length === 0) continue;
      if (level) this.pieces.push({ kind: 'heading', level, inline });
      else if (place.name === 'figcaption') this.pieces.push({ kind: 'caption', inline });
      else this.pieces.push({ kind: 'text', inline, look: lookOf(runs, around), place });
    }
  }

  visit(node: PageNode, around: Around): void {
    if (node.kind === 'text') this.addText(node.text, node, around);
    else if (node.name === 'br') this.runs.push('break');
    else if (node.name === 'img') this.addPicture(node, around);
    else if (node.name === 'hr')
      this.addAside(around, this.reading.keeps(node) ? [{ kind: 'block', block: { type: 'horizontalRule' } }] : []);
    else if (node.name === 'table') this.addAside(around, tablePieces(node, this.reading, within(node, around)));
    else if (['ul', 'ol', 'dir', 'menu'].includes(node.name))
      this.addAside(around, listPieces(node, this.reading, within(node, around)));
    else if (node.name === 'blockquote') this.addAside(around, quotePieces(node, this.reading, within(node, around)));
    else if (isBlock(node.name)) this.addBlock(node, around);
    else this.addInline(node, around);
  }

  private addText(text: string, node: PageNode, { marks, preformatted }: Around): void {
    if (!this.reading.keeps(node)) return;
    const lines = preformatted ? text.split('\n') : [text];
    lines.forEach((line, index) => {
      if (index > 0) this.runs.push('break');
      this.runs.push({ text: line, marks });
    });
  }

  private addPicture(element: ElementNode, around: Around): void {
    const picture = this.reading.keeps(element) ? pictureOf(element, this.reading.title) : null;
    if (!picture) return;
    this.flush(around);
    this.pictured.add(around.place);
    this.pieces.push({ kind: 'picture', picture, caption: null, place: around.place });
  }

  private addAside(around: Around, pieces: Piece[]): void {
    this.flush(around);
    this.pieces.push(...pieces);
  }

  private addBlock(element: ElementNode, around: Around): void {
    this.flush(around);
    const inside = within(element, around);
    element.children.forEach((child) => this.visit(child, inside));
    this.flush(inside);
  }

  private addInline(element: ElementNode, around: Around): void {
    const mark = ownMark(element, (href) => linkAddress(href, this.reading.address));
    const marked =
      mark && !around.marks.some(({ type }) => type === mark.type) && !(around.level && mark.type === 'bold');
    const inside = marked ? { ...around, marks: [...around.marks, mark] } : around;
    element.children.forEach((child) => this.visit(child, inside));
  }
}

/** Whether a single break is a line of its block: in a paragraph, and in an item or cell that holds no whole article. */
function keepsBreaks({ name }: ElementNode, runs: Run[]): boolean {
  if (name === 'p') return true;
  const length = runs.reduce((sum, run) => sum + (run === 'break' ? 0 : run.text.length), 0);
  return ['li', 'td', 'th', 'dt', 'dd'].includes(name) && length <= LONGEST_CELL;
}

function lookOf(runs: Run[], { centred, captioned }: Around): Look {
  const shown = runs.filter((run) => run !== 'break').filter(({ text }) => text.trim() !== '');
  const all = (type: Mark['type']) => shown.every(({ marks }) => marks.some((mark) => mark.type === type));
  return { bold: all('bold'), italic: all('italic'), centred, captioned };
}

/** The pieces of what lies in an element, in reading order; `nodes` are its children, or some of them. */
export function gather(element: ElementNode, reading: Reading, around: Around, nodes = element.children): Piece[] {
  const gatherer = new Gatherer(reading);
  nodes.forEach((child) => gatherer.visit(child, around));
  gatherer.flush(around);
  return gatherer.pieces;
}

/** What surrounds the children of a cell or item that is gathered by itself. */
export const aroundIn = (place: ElementNode, outer: Around): Around => within(place, outer);

/** What surrounds the children of the body's container, whatever that is itself. */
export const aroundBody = (place: ElementNode): Around => ({
  marks: [],
  place,
  level: null,
  centred: false,
  captioned: false,
  preformatted: false,
  lists: 0,
});
