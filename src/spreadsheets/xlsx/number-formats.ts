import { brokenFile } from './package-parts';
import { readXml } from './read-xml';

/** Formats that a spreadsheet knows by number alone: days and times, of East Asian languages too (ECMA-376, 18.8.30). */
const BUILT_IN_DATES: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Those that show 1 as 100%. */
const BUILT_IN_PERCENTS: readonly number[] = [9, 10];

/** How a style shows a number. */
export type ShownAs = 'number' | 'date' | 'percent';

/** Characters of a format's code, and styles of a workbook, in any program that is in use. */
const LONGEST_CODE = 1_000;
const MOST_STYLES = 100_000;

/** How each style of cells (`s`) shows a number. */
export async function readStyles(pieces: AsyncIterable<string>): Promise<ShownAs[]> {
  const own = new Map<number, ShownAs>();
  const styles: ShownAs[] = [];
  let isInCellStyles = false;
  await readXml(pieces, {
    open(name, attributes) {
      const id = Number(attributes.numFmtId ?? 0);
      if (styles.length >= MOST_STYLES || own.size > MOST_STYLES) throw brokenFile();
      if (name === 'numFmt') own.set(id, shownBy(attributes.formatCode ?? ''));
      else if (name === 'cellXfs') isInCellStyles = true;
      else if (name === 'xf' && isInCellStyles) {
        styles.push(own.get(id) ?? shownByBuiltIn(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') isInCellStyles = false;
    },
  });
  return styles;
}

function shownByBuiltIn(id: number): ShownAs {
  if (BUILT_IN_PERCENTS.includes(id)) return 'percent';
  return BUILT_IN_DATES.some(([from, to]) => id >= from && id <= to) ? 'date' : 'number';
}

function shownBy(code: string): ShownAs {
  if (isDateFormat(code)) return 'date';
  return code.length <= LONGEST_CODE && unquoted(code).includes('%') ? 'percent' : 'number';
}

const unquoted = (code: string): string => code.replace(/"[^"]*"|\\.|_.|\*./g, '');

/** Whether a format's code has a letter of days and times outside quotes, escapes and brackets; `[h]` is a duration. */
export function isDateFormat(code: string): boolean {
  if (code.length > LONGEST_CODE) return false;
  const bare = unquoted(code);
  return /\[(?:h+|m+|s+)\]/i.test(bare) || /[dmyhs]/i.test(bare.replace(/\[[^\]]*\]/g, '').replace(/general/gi, ''));
}

const DAY = 86_400_000;

/**
 * The civil day of a number that is shown as one; null for a time of day, a day before the system's first, and 29
 * February 1900, which the 1900 system counts and no calendar has.
 */
export function dayOfNumber(decimal: string, is1904: boolean): string | null {
  const days = Math.floor(Number(decimal));
  if (is1904 ? days < 0 : days < 1 || days === 60) return null;
  const first = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const day = new Date(first + days * DAY);
  return Number.isNaN(day.getTime()) || day.getUTCFullYear() > 9999 ? null : day.toISOString().slice(0, 10);
}
