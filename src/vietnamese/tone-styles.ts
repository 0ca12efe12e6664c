import { foldToneStyle, toNfc } from './fold-letters';

/** The words of a text that show a tone style: `old` as in hòa, thủy, khỏe; `new` as in hoà, thuỷ, khoẻ. */
type ToneStyles = { old: string[]; new: string[] };

const OLD_STYLE = /(?<!q)(?:[òóỏõọ][ae]|[ùúủũụ]y)$/iu;

/**
 * Which words of a text are in which of the two tone styles in daily use, each once and in the order of the text. Words
 * that are the same in both (quý, toàn, hoài) are in neither.
 */
export function toneStyles(text: string): ToneStyles {
  const words = [...new Set(toNfc(text).match(/\p{L}+/gu) ?? [])];
  return {
    old: words.filter((word) => OLD_STYLE.test(word)),
    new: words.filter((word) => foldToneStyle(word) !== word),
  };
}
