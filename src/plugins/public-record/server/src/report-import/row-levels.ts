import type { Cell, SheetRow } from '../../../../../spreadsheets';
import { normalForm } from '../../../../../vietnamese';
import type { Column } from './find-tables';
import type { Refuse } from './problems';

/** What numbers rows, from the widest level to the narrowest: A, I, 1, 1.1, a, -. */
const LEVELS: readonly (readonly [RegExp, string])[] = [
  [/^[A-ZĐ]$/, 'letter'],
  [/^[IVXLC]+$/, 'roman'],
  [/^\d+$/, 'number'],
  [/^\d+(?:\.\d+)+$/, 'part'],
  [/^(?:[a-zđ]|[ivx]+)$/, 'small letter'],
  [/^[-+*•–—]$/, 'mark'],
];

const LONGEST = 20;

/** The number of a row as it is written in a cell of its own: `I`, `(1)`, `1.2.`, `a)`. Null for other texts. */
export function numbering(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST) return null;
  const bare = normalForm(trimmed, 'NFKC').replace(/^[([]|[\])./:]+$/g, '');
  return LEVELS.some(([pattern]) => pattern.test(bare)) ? bare : null;
}

/** The number before a name: `I. Cấp tỉnh`, `1.2) Đất đai`, `- Cấp xã`. */
function numberBefore(name: string): string | null {
  const [, number, mark] =
    /^\s*(?:[(]?([A-ZĐ]|[IVXLC]{1,7}|\d{1,3}(?:\.\d{1,3}){0,4}|[a-zđ])[.):/]+\s|([-+*•–—])\s)/u.exec(
      normalForm(name.slice(0, 2 * LONGEST), 'NFKC'),
    ) ?? [];
  return number ?? mark ?? null;
}

/** Rows numbered in levels hold sums of others, which would be counted twice; so may one that is not numbered as the others. */
export function refuseLevels(data: readonly SheetRow[], columns: readonly Column[], refuse: Refuse): void {
  const order = columns.find(({ role }) => role?.role === 'order');
  const field = columns.find(({ role }) => role?.role === 'field');
  const hasAgencies = columns.some(({ role }) => role?.role === 'agency');
  const numbers = data.map(({ cells }) => numberOf(cells, order, field));
  const levelOf = levels(numbers);
  const found = numbers.map((number) => (number === null ? null : levelOf(number)));
  const deepest = Math.max(-1, ...new Set(found.filter((level) => level !== null)));
  for (const [index, level] of found.entries()) {
    const { number } = data[index]!;
    if (level !== null && level < deepest) {
      refuse(number, order ?? null, 'Số thứ tự có nhiều cấp nên dòng này có thể là dòng cộng của nhóm: hãy ghi “Cộng” trước tên nhóm, hoặc xóa dòng.'); // prettier-ignore
    } else if (level === null && deepest >= 0 && field && !hasAgencies) {
      refuse(number, order ?? null, 'Dòng này không đánh số như các dòng khác nên có thể là dòng cộng, hoặc là một phần của dòng khác: hãy đánh số mọi dòng, hoặc ghi “Cộng” trước tên nhóm, hoặc xóa dòng.'); // prettier-ignore
    }
  }
}

function numberOf(cells: SheetRow['cells'], order: Column | undefined, field: Column | undefined): string | null {
  const written = order && textOf(cells.get(order.at));
  if (written) return numbering(written) ?? (/^\S{1,8}$/.test(written) ? written : null);
  return field ? numberBefore(textOf(cells.get(field.at))) : null;
}

const textOf = (cell: Cell | undefined): string =>
  cell?.type === 'number' ? cell.decimal : cell?.type === 'text' ? cell.text.trim().slice(0, LONGEST) : '';

/** The level of each number among all of a table: I is a letter after H, and a Roman numeral otherwise. */
function levels(numbers: readonly (string | null)[]): (number: string) => number {
  const capitals = [...new Set(numbers.filter((number) => number !== null && /^[A-ZĐ]+$/.test(number)))] as string[];
  const isAlphabet = capitals.every((letter, index) => letter === String.fromCharCode(65 + index));
  const isRoman = capitals.every((one) => /^[IVXLC]+$/.test(one));
  return (number) => {
    const found = LEVELS.findIndex(([pattern]) => pattern.test(number));
    if (found < 0) return LEVELS.length;
    if (LEVELS[found]![1] === 'part') return found + number.split('.').length / 10;
    const mayBeRoman = /^[IVXLC]+$/.test(number);
    return found === 0 && mayBeRoman && (isRoman || !isAlphabet) ? 1 : found;
  };
}
