import { DOCUMENT_TYPES, type DocumentNumber, parseDocumentNumber } from './document-number';
import { foldEth } from './fold-letters';

const unaccented = (type: string) => type.replace(/Đ/g, 'D');
// The longest first: TTLT before TT.
const TYPES = [...new Set(DOCUMENT_TYPES.flatMap((type) => [type, unaccented(type)]))]
  .sort((one, other) => other.length - one.length)
  .join('|');
const ISSUER = String.raw`\p{L}[\p{L}\d]+(?:[-–]\p{L}[\p{L}\d]*)*`;
const SHAPES = [
  // 123/QĐ-UBND, and what means to be one: 123/QD-UBND, 123/qđ-ubnd, 42/22/NĐ-CP, 123/QĐ/UBND, 123/QĐ - UBND.
  new RegExp(
    String.raw`(?<![\p{L}\d/.,–-])\d+[a-z]? ?[/–-] ?(?:\d{1,4} ?/ ?)?(?:${TYPES})(?: ?[-–/] ?|\.)${ISSUER}`,
    'iuy',
  ),
  // 58-NQ/TW without its hyphen: 58NQ/TW; 58 NQ/TW is in use.
  new RegExp(String.raw`(?<![\p{L}\d/.,–-])\d+ ?(?:${TYPES}) ?/ ?\p{Lu}[\p{L}\d]+`, 'uy'),
  // Whatever is called a number and has an abbreviation after a slash: số 4089/VPCP.TTĐT.
  new RegExp(
    String.raw`(?<=[Ss]ố:? )\d+[a-z]?(?: ?[/–-] ?\d+)* ?/ ?\p{Lu}{2}[\p{L}\d]*(?:[-–/.]\p{Lu}[\p{L}\d]*)*`,
    'uy',
  ),
];
const SHOULD_HAVE_TYPE = new RegExp(String.raw`^\d+[a-z]?/(?:\d+/)?(?:${TYPES})-`, 'iu');

// Not single spaces, of which a text has hundreds of thousands.
const OTHER_SPACES = /[^\S\n ][^\S\n]*| [^\S\n]+/g;

/** What looks like a number as a number; null unless it reads as one, and with a type where it has what looks like a type. */
function soundNumber(text: string): DocumentNumber | null {
  const number = parseDocumentNumber(text);
  return number && (number.type !== null || !SHOULD_HAVE_TYPE.test(foldEth(text))) ? number : null;
}

/** The numbers of documents that a text names, in its order and each once. `written` is in NFC, with Đ for Ð. */
export const documentNumbersIn = (text: string): DocumentNumber[] =>
  numberShapes(text).flatMap((written) => soundNumber(written) ?? []);

/**
 * What in a text looks like a document's number and is not one by {@link parseDocumentNumber}, as written and each once:
 * a type without its Đ, small letters, a year of two digits, a space or a slash too many. An eth for Đ is put right
 * elsewhere and passes.
 */
export const doubtfulNumbers = (text: string): string[] =>
  numberShapes(text).filter((written) => !soundNumber(written));

function numberShapes(text: string): string[] {
  const lines = foldEth(text).replace(OTHER_SPACES, ' ');
  const found = new Set<string>();
  const ends = SHAPES.map(() => 0);
  // Every shape begins with all of a number's digits: to try them elsewhere would take ten times as long.
  for (const { index } of lines.matchAll(/\d+/g)) {
    for (const [which, shape] of SHAPES.entries()) {
      if (index < ends[which]!) continue;
      shape.lastIndex = index;
      const [written] = shape.exec(lines) ?? [];
      if (written === undefined) continue;
      ends[which] = index + written.length;
      found.add(written);
    }
  }
  return [...found];
}
