// The grapheme joiner, U+034F, is a mark that begins a run of its own.
const MOST_MARKS = 30;
const LONG_RUN_OF_MARKS = new RegExp(`(?:(?!\\u034f)\\p{M}){${MOST_MARKS}}(?=(?!\\u034f)\\p{M})`, 'gu');

/**
 * The text in a normal form, by way of Unicode's Stream-Safe Text Format (UAX 15): a run of more than 30 combining marks
 * is parted by U+034F, which shows nothing. No writing has such runs, and sorting the marks of one takes time that grows
 * with its square: three minutes for a megabyte of them.
 */
export function normalForm(text: string, form: 'NFC' | 'NFD' | 'NFKC'): string {
  const parted = text.length > MOST_MARKS ? text.replace(LONG_RUN_OF_MARKS, '$&\u034f') : text;
  return parted.normalize(form);
}

/** In UTF-16 units: a text of this length takes longer to normalise than to compare. */
const LONG = 10_000;
/** The last long text that was normalised. An article's is asked for by each of its checks, and they are linear in it. */
let lastLong = '';

/** The text in NFC, the form in which everything is stored and answered. */
export function toNfc(text: string): string {
  if (text.length < LONG) return normalForm(text, 'NFC');
  if (text !== lastLong) lastLong = normalForm(text, 'NFC');
  return lastLong;
}

const FORBIDDEN_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/**
 * A text as it is stored: in NFC, without what XML 1.0 forbids (control characters, U+FFFE, U+FFFF, lone surrogates),
 * so that every feed of it can be written. Everything else stays as it was typed: no-break spaces, typos, both tone
 * styles, invisible characters.
 */
export function writableText(text: string): string {
  return toNfc(text.replace(FORBIDDEN_IN_XML, ''));
}

/**
 * NFC, with the Icelandic eth (Ð U+00D0, ð U+00F0) that stands for Đ in real documents put right. For document numbers
 * on save, and for search keys; never for prose, which stays as typed.
 */
export function foldEth(text: string): string {
  return toNfc(text).replace(/Ð/g, 'Đ').replace(/ð/g, 'đ');
}

const NEW_STYLE = /(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![\p{L}\p{M}])/giu;

/** Each pair of vowels as the old style writes it, in small letters and capitals. */
const OLD_STYLE = new Map(
  ['oàáảãạèéẻẽẹ', 'uỳýỷỹỵ'].flatMap(([first = '', ...rest]) =>
    rest.flatMap((letter) =>
      [letter, letter.toUpperCase()].flatMap((second) => {
        const [vowel = '', tone = ''] = normalForm(second, 'NFD');
        return [first, first.toUpperCase()].map((one) => [one + second, toNfc(one + tone) + vowel] as const);
      }),
    ),
  ),
);

/**
 * NFC, with the new tone style folded to the old: hoà → hòa, thuỷ → thủy, khoẻ → khỏe; quý and quỹ stay. For search
 * keys only, since both styles are in daily use and what was typed is kept.
 */
export function foldToneStyle(text: string): string {
  return toNfc(text).replace(NEW_STYLE, (pair) => OLD_STYLE.get(pair) ?? pair);
}
