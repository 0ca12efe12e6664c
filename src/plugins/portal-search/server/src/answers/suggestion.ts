import { wordsOf } from './words';

const flat = (text: string): string =>
  wordsOf(text)
    .map(({ key }) => key)
    .join(' ');

/**
 * What may have been meant: the words of a name that come nearest to a query, as many as it has.
 *
 * @param names the keys of names, each between bars: `| ubnd tỉnh |`
 * @returns null where that is what was typed
 */
export function suggestionFrom(typed: string, names: string): string | null {
  const sought = flat(typed);
  const size = sought.split(' ').length;
  let nearest: { text: string; distance: number } | null = null;
  for (const name of names.split('|')) {
    const words = name.split(' ').filter(Boolean);
    for (let at = 0; at <= Math.max(0, words.length - size); at += 1) {
      const text = words.slice(at, at + size).join(' ');
      const distance = trigramDistance(sought, flat(text));
      if (text && (!nearest || distance < nearest.distance)) nearest = { text, distance };
    }
  }
  return nearest && flat(nearest.text) !== sought ? nearest.text : null;
}

/** How many trigrams one of two short texts has and the other has not. */
function trigramDistance(one: string, other: string): number {
  const [first, second] = [trigrams(one), trigrams(other)];
  return first.size + second.size - 2 * [...first].filter((part) => second.has(part)).length;
}

function trigrams(text: string): Set<string> {
  const padded = `  ${text.replaceAll(' ', '  ')} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}
