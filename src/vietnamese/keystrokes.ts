import { toNfc } from './fold-letters';

/** Of each tone, in the order of their digits in VNI from 1 on: its key in Telex, and its mark. */
const TONES = [
  ['s', '\u0301'],
  ['f', '\u0300'],
  ['r', '\u0309'],
  ['x', '\u0303'],
  ['j', '\u0323'],
] as const;
const TELEX_TONES = new Map<string, string>([...TONES, ['z', '']]);
const VNI_TONES = new Map<string, string>([...TONES.map(([, mark], at) => [`${at + 1}`, mark] as const), ['0', '']]);

const CIRCUMFLEX: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' };
const HORN_OR_BREVE: Readonly<Record<string, string>> = { a: 'ă', o: 'ơ', u: 'ư' };
const VOWELS = 'aăâeêioôơuưy';

/** Each syllable that the rules of spelling allow, by its beginning, vowels and end. */
const SYLLABLE =
  /^(ngh|ng|gh|gi(?=[aăâeêoôơuư])|kh|nh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?([aăâeêioôơuưy]{1,3})(ch|ng|nh|[cmnpt])?$/u;
/** The longest syllable has seven letters, with keys for its vowels and its tone. */
const LONGEST = 12;
const WORD = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])[a-z][a-z0-9]{1,${LONGEST - 1}}(?![\\p{L}\\p{M}\\p{N}])`, 'giu');

/**
 * A text as it would have been with an input method: words that are a syllable in the keys of Telex (`thanhf phoos`) or of
 * VNI (`thanh2 pho61`) are read as that syllable, in NFC and small letters. All others stay, so that a text without such
 * words is the same.
 */
export const readKeystrokes = (text: string): string => text.replace(WORD, (word) => syllableOf(word) ?? word);

/** `tw` and `sw` are short for something; `nhwng` is a syllable. */
const isShortForm = (word: string): boolean => word.length < 4 && !/[aeiouy]/i.test(word);

function syllableOf(word: string): string | null {
  if (isShortForm(word)) return null;
  const letters: string[] = [];
  let tone = '';
  const isVni = /\d/.test(word);
  for (const key of word.toLowerCase()) {
    const mark = hasVowel(letters) ? (isVni ? VNI_TONES : TELEX_TONES).get(key) : undefined;
    if (mark !== undefined) tone = mark;
    else if (!(isVni ? changedByVni(letters, key) : changedByTelex(letters, key))) letters.push(key);
  }
  const syllable = letters.join('');
  const [, beginning = '', vowels = '', end = ''] = SYLLABLE.exec(syllable) ?? [];
  if (!vowels || (tone === '' && syllable === word.toLowerCase())) return null;
  const at = placeOfTone(vowels, end === '') + 1;
  return toNfc(beginning + vowels.slice(0, at) + tone + vowels.slice(at) + end);
}

const isVowel = (letter: string | undefined): boolean => letter !== undefined && VOWELS.includes(letter);
const hasVowel = (letters: readonly string[]): boolean => letters.some(isVowel);

function changedByTelex(letters: string[], key: string): boolean {
  if (key === 'w') return changeTo(HORN_OR_BREVE, letters) || (letters.push('ư'), true);
  if (key === 'd') return withStroke(letters);
  return key in CIRCUMFLEX && letters.findLast(isVowel) === key && changeTo(CIRCUMFLEX, letters);
}

function changedByVni(letters: string[], key: string): boolean {
  if (key === '6') return changeTo(CIRCUMFLEX, letters);
  if (key === '7' || key === '8') return changeTo(HORN_OR_BREVE, letters);
  return key === '9' && withStroke(letters);
}

function withStroke(letters: string[]): boolean {
  if (letters[0] !== 'd') return false;
  letters[0] = 'đ';
  return true;
}

/** Changes the last vowel that can be; `uo` and `ua` take the horn of their u as well, or alone. */
function changeTo(changed: Readonly<Record<string, string>>, letters: string[]): boolean {
  const at = letters.findLastIndex((letter) => letter in changed);
  if (at < 0) return false;
  const hasHorn = changed === HORN_OR_BREVE && letters[at - 1] === 'u' && letters[at - 2] !== 'q';
  if (hasHorn) letters[at - 1] = 'ư';
  if (!hasHorn || letters[at] === 'o') letters[at] = changed[letters[at]!]!;
  return true;
}

/** The vowel that a tone stands on, in the old style. */
function placeOfTone(vowels: string, isOpen: boolean): number {
  const changed = [...vowels].findLastIndex((letter) => 'ăâêôơư'.includes(letter));
  if (changed >= 0) return changed;
  if (vowels.length === 3) return 1;
  return vowels.length === 2 && !isOpen ? 1 : 0;
}
