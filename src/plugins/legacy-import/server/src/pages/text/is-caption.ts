import { blockText } from '../../../../../../body/render/block';
import type { Table } from '../../../../../../body/schema';
import { isOneSentence } from '../../../../../../vietnamese';
import { lengthOf } from '../../../../../../body/read-html/white-space';

const LONGEST = 100;

const length = (part: string | Table | undefined) =>
  part === undefined ? Infinity : lengthOf(typeof part === 'string' ? part : blockText(part));

/**
 * Whether the block at `index` was the caption of a picture that a text capture has lost: one sentence, at most 100
 * code points, not the first block, and every neighbour at least twice as long (issue 2, point 5).
 */
export function isCaption(parts: (string | Table)[], index: number): boolean {
  const part = parts[index];
  if (index === 0 || typeof part !== 'string') return false;
  const own = lengthOf(part);
  if (own > LONGEST || !isOneSentence(part)) return false;
  return length(parts[index - 1]) >= own * 2 && length(parts[index + 1]) >= own * 2;
}
