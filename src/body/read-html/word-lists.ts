import { paragraph } from '../nodes';
import type { Flow, List, ListItem } from '../schema';
import { findWithin, type HtmlElement, textWithin } from './html-tree';
import type { Marker, Piece, WordItem } from './pieces';

// A body may be 32 levels deep; no reader follows a list this far.
export const DEEPEST_LIST = 6;

const LEVEL = /\blevel(\d+)\b/;
const NUMBER = /^\(?(\d{1,6})[.):/]?\)?$/;

export const isMarker = ({ style }: HtmlElement): boolean => style['mso-list'] === 'ignore';

/**
 * The item that one of Word's paragraphs is, which says its level in a style and spells its marker out. Null for other
 * paragraphs. A marker that is text (`a)`, `iv.`, `1.2.`, `Điều 5.`) is not one that the body's lists can show.
 */
export function wordItem(element: HtmlElement): WordItem | null {
  const list = element.style['mso-list'] ?? '';
  const level = Number(LEVEL.exec(list)?.[1]);
  if (!level) return null;
  const found = findWithin(element, isMarker);
  const text = found
    ? textWithin(found)
        .replace(/[\s\u00a0]+/gu, ' ')
        .trim()
    : '';
  const number = NUMBER.exec(text)?.[1];
  if (number !== undefined) return { level, marker: Number(number) };
  // Symbol fonts draw their bullets in the place of single letters.
  const isBullet = !/[\p{L}\d]/u.test(text) || /^\p{L}$/u.test(text);
  return { level, marker: isBullet ? 'bullet' : { text } };
}

const emptyList = (marker: Marker): List =>
  marker === 'bullet'
    ? { type: 'bulletList', content: [] }
    : { type: 'orderedList', attrs: { start: marker }, content: [] };

const continues = (list: List, marker: Marker) =>
  list.type === 'bulletList' ? marker === 'bullet' : marker === list.attrs.start + list.content.length;

/** Lists made of items in a row. What is deeper than its neighbour by more than a level lies one level deeper. */
class ListBuilder {
  readonly blocks: Flow[] = [];
  private open: { level: number; list: List }[] = [];

  add(level: number, marker: Marker, item: ListItem): void {
    this.closeTo(level);
    const current = this.open.at(-1);
    if (current?.level === level && continues(current.list, marker)) {
      current.list.content.push(item);
      return;
    }
    if (current?.level === level || this.open.length >= DEEPEST_LIST) this.open.pop();
    const list = emptyList(marker);
    list.content.push(item);
    this.holder().push(list);
    this.open.push({ level, list });
  }

  addText(level: number, text: Flow): void {
    this.closeTo(level - 1);
    this.holder().push(text);
  }

  private closeTo(level: number): void {
    while ((this.open.at(-1)?.level ?? 0) > level) this.open.pop();
  }

  private holder(): Flow[] {
    return this.open.at(-1)?.list.content.at(-1)?.content ?? this.blocks;
  }
}

/** The pieces with Word's items in a row made into lists, nested by their levels. */
export function withLists(pieces: Piece[]): Piece[] {
  if (!pieces.some(({ kind }) => kind === 'item' || kind === 'lettered')) return pieces;
  const result: Piece[] = [];
  let builder: ListBuilder | null = null;
  const end = () => {
    for (const block of builder?.blocks ?? []) result.push({ kind: 'block', block });
    builder = null;
  };
  for (const piece of pieces) {
    if (piece.kind === 'item') {
      builder ??= new ListBuilder();
      builder.add(piece.level, piece.marker, { type: 'listItem', content: [paragraph(piece.inline)] });
    } else if (piece.kind === 'lettered') {
      builder ??= new ListBuilder();
      builder.addText(piece.level, paragraph(piece.inline));
    } else {
      end();
      result.push(piece);
    }
  }
  end();
  return result;
}
