import { type List, type ListItem } from '../../../../../body/schema';
import { type Around, gather } from './gather';
import { isElement, type PastedElement, type PastedNode } from './pasted-tree';
import { asFlow, isFlow, paragraph, type Piece } from './pieces';
import { DEEPEST_LIST } from './word-lists';

const LARGEST_START = 999_999;

const isList = (node: PastedNode) => isElement(node) && (node.name === 'ul' || node.name === 'ol');

function startOf({ attributes }: PastedElement): number {
  const given = Number.parseInt(attributes.start ?? '', 10);
  return Math.abs(given) <= LARGEST_START ? given : 1;
}

/** Adds what one child of a list holds; a list beside the items, as Google Docs writes it, belongs to the one before. */
function addTo(items: ListItem[], pieces: Piece[], isItem: boolean): void {
  const flow = asFlow(pieces);
  const [first, ...rest] = flow;
  const last = items.at(-1);
  if (!first) return;
  if (last && !isItem) last.content.push(...flow);
  else if (first.type === 'paragraph') items.push({ type: 'listItem', content: [first, ...rest] });
  else items.push({ type: 'listItem', content: [paragraph([]), ...flow] });
}

/** The items of Word on the web, each in a list of its own that says how deep it lies. */
function webWordItems(list: PastedElement, around: Around): Piece[] | null {
  const items = list.children.filter(isElement).filter(({ attributes }) => 'data-aria-level' in attributes);
  if (items.length === 0) return null;
  return items.flatMap((item, index) =>
    gather(item.children, around).map((piece): Piece => {
      const level = Number(item.attributes['data-aria-level']) || 1;
      const marker = list.name === 'ol' ? startOf(list) + index : 'bullet';
      return piece.kind === 'text' ? { kind: 'item', level, marker, inline: piece.inline } : piece;
    }),
  );
}

/**
 * A list as blocks. What an item cannot hold (a picture, a table) ends the list and stands by itself; the items after
 * it are a list again, and its numbers go on. A list without items, or too deep, is only what it holds.
 */
export function listPieces(list: PastedElement, around: Around): Piece[] {
  const onTheWeb = webWordItems(list, around);
  if (onTheWeb) return onTheWeb;
  const hasItems = list.children.some((child) => isElement(child) && child.name === 'li');
  if (!hasItems || around.lists >= DEEPEST_LIST) return gather(list.children, around);

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
  for (const child of list.children) {
    const held = gather([child], { ...around, lists: around.lists + 1 }).map(asText);
    const foreign = held.findIndex((piece) => !isFlow(piece));
    const fitting = foreign < 0 ? held.length : foreign;
    addTo(items, held.slice(0, fitting), !isList(child));
    if (foreign < 0) continue;
    endList();
    pieces.push(...held.slice(fitting));
  }
  endList();
  return pieces;
}

const asText = (piece: Piece): Piece =>
  piece.kind === 'heading' ? { kind: 'text', inline: piece.inline, caption: false } : piece;
