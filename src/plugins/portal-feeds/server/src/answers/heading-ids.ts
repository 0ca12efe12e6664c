import type { Block } from '../../../../../contract';
import { slugOf } from '../../../../../vietnamese';

/** The words of an address that are read before they are cut. */
const MAX_LENGTH = 60;

const OPENING = /^<h([2-4])>/;
const ALL_OPENINGS = /<h([2-4])>/g;

/**
 * Gives each heading an id made of its text, by which links (`#…`) lead to it: unique in the body, and the same as long
 * as the headings before it and its own text are.
 *
 * @param html the whole body, whose headings are those of `blocks`, in their order; text in it has no `<`
 */
export function withHeadingIds(blocks: readonly Block[], html: string): { blocks: Block[]; html: string } {
  const taken = new Set<string>();
  const ids: string[] = [];
  const identified = blocks.map((block): Block => {
    if (block.type !== 'heading') return block;
    const id = freeId(slugOf(block.text, MAX_LENGTH) || 'muc', taken);
    ids.push(id);
    return { ...block, html: block.html.replace(OPENING, `<h$1 id="${id}">`) };
  });
  let index = 0;
  return {
    blocks: identified,
    html: html.replace(ALL_OPENINGS, (opening, level: string) => {
      const id = ids[index++];
      return id === undefined ? opening : `<h${level} id="${id}">`;
    }),
  };
}

/** `ten`, `ten-2`, `ten-3`, … */
function freeId(id: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? id : `${id}-${number}`;
    if (taken.has(free)) continue;
    taken.add(free);
    return free;
  }
}
