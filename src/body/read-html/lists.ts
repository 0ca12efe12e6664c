import { paragraph } from '../nodes';
import type { List, ListItem } from '../schema';
import { aroundIn } from './around';
import { isBlock } from './elements';
import { type HtmlElement, type HtmlNode, isElement } from './html-tree';
import { type Around, asFlow, type Gather, isFlow, type Piece } from './pieces';
import { spillsFrom } from './spilled';
import { DEEPEST_LIST } from './word-lists';

const LARGEST_START = 999_999;

const isList = (node: HtmlNode) => isElement(node) && (node.name === 'ul' || node.name === 'ol');

function startOf({ attributes }: HtmlElement): number {
  const given = Number.parseInt(attributes.start ?? '', 10);
  return Math.abs(given) <= LARGEST_START ? given : 1;
}

/** Adds what one child of a list holds; a list beside the items, as Google Docs writes it, belongs to the one before. */
function addTo(items: ListItem[], pieces: Piece[], isItem: boolean): void {
  const flow = asFlow(pieces);
  const [first, ...rest] = flow;
  const last = items.at(-1);
  if (!first) return;
  if (last && !isItem) for (const part of flow) last.content.push(part);
  else if (first.type === 'paragraph') items.push({ type: 'listItem', content: [first, ...rest] });
  else items.push({ type: 'listItem', content: [paragraph([]), ...flow] });
}

/** The items of Word on the web, each in a list of its own that says how deep it lies. */
function webWordItems(list: HtmlElement, around: Around, gather: Gather): Piece[] | null {
  const items = list.children.filter(isElement).filter(({ attributes }) => 'data-aria-level' in attributes);
  if (items.length === 0) return null;
  return items.flatMap((item, index) =>
    gather(item.children, aroundIn(item, around)).map((piece): Piece => {
      const level = Number(item.attributes['data-aria-level']) || 1;
      const marker = list.name === 'ol' ? startOf(list) + index : 'bullet';
      return piece.kind === 'text' ? { kind: 'item', level, marker, inline: piece.inline } : piece;
    }),
  );
}

/** What one child of a list holds: an item's own nodes, a list beside the items, or text that is an item of its own. */
function heldBy(child: HtmlNode, inside: Around, gather: Gather): Piece[] {
  if (!isElement(child) || !isBlock(child.name) || isList(child)) return gather([child], inside);
  return gather(child.children, aroundIn(child, inside));
}

const asText = (piece: Piece, block: HtmlElement): Piece =>
  piece.kind === 'heading'
    ? {
        kind: 'text',
        inline: piece.inline,
        look: { bold: false, italic: false, centred: false, caption: null },
        block,
      }
    : piece;

/**
 * A list as blocks. What an item cannot hold (a picture, a table) ends the list and stands by itself; the items after
 * it are a list again, and its numbers go on. A list without items (old editors indented with `<ul>`), or too deep, is
 * only what it holds.
 */
export function listPieces(list: HtmlElement, around: Around, gather: Gather): Piece[] {
  const within = aroundIn(list, around);
  const onTheWeb = webWordItems(list, within, gather);
  if (onTheWeb) return onTheWeb;
  const hasItems = list.children.some((child) => isElement(child) && child.name === 'li');
  if (!hasItems || around.lists >= DEEPEST_LIST) return gather(list.children, within);

  const pieces: Piece[] = [];
  let items: ListItem[] = [];
  let number = startOf(list);
  const endList = () => {
    if (items.length === 0) return;
    const block: List =
      list.name === 'ol'
        ? { type: 'orderedList', attrs: { start: number }, content: items }
        : { type: 'bulletList', content: items };
    pieces.push({ kind: 'block', block });
    number = Math.min(number + items.length, LARGEST_START);
    items = [];
  };
  const inside: Around = { ...within, lists: around.lists + 1, heading: null, item: null };
  const mayHaveSpilled = !list.closed && around.source.policy.unclosedTags === 'meant';
  const lastChild = list.children.at(-1);
  for (const child of list.children) {
    const found = heldBy(child, inside, gather);
    const spilled =
      mayHaveSpilled && child === lastChild ? spillsFrom(found, isElement(child) ? child : list) : found.length;
    const held = found.map((piece, index) => (index < spilled ? asText(piece, list) : piece));
    const foreign = held.findIndex((piece) => !isFlow(piece));
    const fitting = Math.min(foreign < 0 ? held.length : foreign, spilled);
    addTo(items, held.slice(0, fitting), !isList(child));
    if (fitting === held.length) continue;
    endList();
    for (const piece of held.slice(fitting)) pieces.push(piece);
  }
  endList();
  return pieces;
}
