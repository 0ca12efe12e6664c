import { type Flow, type List, type ListItem, paragraph } from '../../body-document';
import { isBlock } from '../elements';
import { type ElementNode, type PageNode } from '../page-tree';
import { asFlow, isFlow } from './flow';
import { type Around, aroundIn, gather, type Reading } from './gather';
import { type Piece } from './pieces';
import { spillsFrom } from './spilled';

// A body may be 32 levels deep; no reader follows a list this far.
const DEEPEST = 6;
const LARGEST_START = 999_999;

const isList = ({ name }: ElementNode) => name === 'ul' || name === 'ol';

function start({ attributes }: ElementNode): number {
  const given = Number.parseInt(attributes.start ?? '', 10);
  return Math.abs(given) <= LARGEST_START ? given : 1;
}

function listOf(ordered: boolean, first: number, items: ListItem[]): Piece {
  const block: List = ordered
    ? { type: 'orderedList', attrs: { start: first }, content: items }
    : { type: 'bulletList', content: items };
  return { kind: 'block', block };
}

/** Adds to the items what one child of the list holds; a list beside the items belongs to the item before it. */
function addItem(items: ListItem[], flow: Flow[]): void {
  const [first, ...rest] = flow;
  const last = items.at(-1);
  if (!first) return;
  if (first.type === 'paragraph') items.push({ type: 'listItem', content: [first, ...rest] });
  else if (last) last.content.push(...flow);
  else items.push({ type: 'listItem', content: [paragraph([]), ...flow] });
}

/** What one child of a list holds; text or emphasis beside the items is an item of its own. */
function heldBy(child: PageNode, list: ElementNode, reading: Reading, inside: Around): Piece[] {
  if (child.kind === 'text' || !isBlock(child.name)) return gather(list, reading, inside, [child]);
  const within = aroundIn(child, inside);
  return isList(child) ? listPieces(child, reading, within) : gather(child, reading, within);
}

/**
 * A list as blocks. What an item cannot hold (a picture, a heading, a table, and all after it in that item) ends the
 * list and stands by itself, in order; the items after it are a list again. A list without items (old editors indented
 * with `<ul>`) or too deep is only what it holds.
 */
export function listPieces(list: ElementNode, reading: Reading, around: Around): Piece[] {
  const { children } = list;
  const hasItems = isList(list) && children.some((child) => child.kind === 'element' && child.name === 'li');
  if (!hasItems || around.lists >= DEEPEST) return gather(list, reading, around);

  const pieces: Piece[] = [];
  let items: ListItem[] = [];
  let number = start(list);
  const endList = () => {
    if (items.length > 0) pieces.push(listOf(list.name === 'ol', number, items));
    number = Math.min(number + items.length, LARGEST_START);
    items = [];
  };
  const inside: Around = { ...around, lists: around.lists + 1, level: null };
  for (const child of children) {
    const held = heldBy(child, list, reading, inside);
    const foreign = held.findIndex((piece) => !isFlow(piece));
    const fitting = foreign < 0 ? held.length : foreign;
    const other =
      list.closed || child !== children.at(-1)
        ? fitting
        : Math.min(fitting, spillsFrom(held, child.kind === 'element' ? child : list));
    addItem(items, asFlow(held.slice(0, other)).flow);
    if (other === held.length) continue;
    endList();
    pieces.push(...held.slice(other));
  }
  endList();
  return pieces;
}
