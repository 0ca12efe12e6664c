import { LIMITS, type Cell, type CellValue, type MergedRange, type Sheet } from '../spreadsheet';
import type { CellBudget } from '../cell-budget';
import { dayOfNumber, type ShownAs } from './number-formats';
import { brokenFile } from './package-parts';
import { type Attributes, readXml } from './read-xml';
import { TextItem, unescaped } from './read-texts';
import { storedDecimal } from './stored-decimal';

/** What cells of all sheets refer to. */
type Workbook = {
  strings: readonly string[];
  styles: readonly ShownAs[];
  is1904: boolean;
  budget: CellBudget;
};

type OpenRow = { number: number; isHidden: boolean; cells: Map<number, Cell> };
type OpenCell = { column: number; type: string; shownAs: ShownAs; value: string | null; hasFormula: boolean };

/** The rows and hidden columns of a worksheet (ECMA-376, part 1, 18.3). The size that it says to have is not looked at. */
export async function readSheet(
  pieces: AsyncIterable<string>,
  { strings, styles, is1904, budget }: Workbook,
): Promise<Pick<Sheet, 'rows' | 'isHiddenColumn'>> {
  const rows: OpenRow[] = [];
  const merged: MergedRange[] = [];
  const hiddenColumns: { min: number; max: number }[] = [];
  const inline = new TextItem();
  let row: OpenRow | null = null;
  let lastRow = 0;
  let lastColumn = 0;
  let cell: OpenCell | null = null;
  let isInValue = false;

  const openRow = ({ r, hidden, ht }: Attributes): void => {
    const number = r === undefined ? lastRow + 1 : Number(r);
    if (!Number.isInteger(number) || number <= lastRow || number > LIMITS.rows) throw brokenFile();
    row = { number, isHidden: isTrue(hidden) || (ht !== undefined && Number(ht) === 0), cells: new Map() };
    [lastRow, lastColumn] = [number, 0];
  };
  const openCell = ({ r, t = 'n', s }: Attributes): void => {
    const column = r === undefined ? lastColumn + 1 : positionOf(r).column;
    if (column <= lastColumn || column > LIMITS.columns) throw brokenFile();
    lastColumn = column;
    cell = { column, type: t, shownAs: styles[Number(s ?? 0)] ?? 'number', value: null, hasFormula: false };
  };
  const closeCell = (): void => {
    const value = cellValue(cell!, inline.take(), { strings, is1904 });
    if (value) {
      budget.take(value);
      row!.cells.set(cell!.column, value);
    }
    cell = null;
  };

  await readXml(pieces, {
    open(name, attributes) {
      if (cell) {
        if (name === 'f') cell.hasFormula = true;
        else if (name === 'v') [isInValue, cell.value] = [true, ''];
        else inline.open(name);
      } else if (name === 'c' && row) openCell(attributes);
      else if (name === 'row') openRow(attributes);
      else if (name === 'col') {
        const [min, max] = [Number(attributes.min), Number(attributes.max)];
        if (isTrue(attributes.hidden) || Number(attributes.width) === 0) hiddenColumns.push({ min, max });
      } else if (name === 'mergeCell') merged.push(rangeOf(attributes.ref ?? ''));
      if (merged.length > LIMITS.ranges || hiddenColumns.length > LIMITS.columns) throw brokenFile();
    },
    text(text) {
      if (isInValue) cell!.value += text;
      else if (cell) inline.text(text);
      if ((cell?.value?.length ?? 0) > LIMITS.cell) throw brokenFile();
    },
    close(name) {
      if (name === 'v') isInValue = false;
      else if (name === 'c' && cell) closeCell();
      else if (name === 'row' && row) {
        if (row.cells.size > 0) rows.push(row);
        row = null;
      } else if (cell) inline.close(name);
    },
  });
  fillMerged(rows, merged, budget);
  return {
    rows,
    isHiddenColumn: (column) => hiddenColumns.some(({ min, max }) => column >= min && column <= max),
  };
}

const isTrue = (flag: string | undefined): boolean => flag === '1' || flag === 'true';

/** What a cell holds (18.3.1.4, by its `t`); null for nothing. A formula counts by its stored result. */
function cellValue(
  { type, value, shownAs, hasFormula }: OpenCell,
  inline: string,
  { strings, is1904 }: Pick<Workbook, 'strings' | 'is1904'>,
): CellValue | null {
  if (hasFormula && (value === null || (value === '' && type !== 'str'))) return { type: 'uncalculated' };
  const ofText = (text: string): CellValue | null => (text.trim() === '' ? null : { type: 'text', text });
  if (type === 'inlineStr') return ofText(inline);
  if (value === null || value === '') return null;
  switch (type) {
    case 's': {
      const text = strings[Number(value)];
      if (text === undefined) throw brokenFile();
      return ofText(text);
    }
    case 'str':
      return ofText(unescaped(value));
    case 'b':
      return { type: 'boolean', isTrue: isTrue(value) };
    case 'e':
      return { type: 'error', text: value };
    case 'd':
      return { type: 'date', day: /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] ?? null };
    case 'n': {
      const decimal = storedDecimal(value);
      if (decimal === null) throw brokenFile();
      if (shownAs === 'date') return { type: 'date', day: dayOfNumber(decimal, is1904) };
      return { type: 'number', decimal, ...(shownAs === 'percent' && { isPercent: true as const }) };
    }
    default:
      throw brokenFile();
  }
}

function positionOf(reference: string): { column: number; row: number } {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (letters === undefined) throw brokenFile();
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { column, row: Number(digits) };
}

function rangeOf(reference: string): MergedRange {
  const [from = '', to = from] = reference.split(':');
  const [first, last] = [positionOf(from), positionOf(to)];
  return { top: first.row, left: first.column, bottom: last.row, right: last.column };
}

/** Gives the value of each merged cell to all of its cells in the rows that have something. */
function fillMerged(rows: readonly OpenRow[], merged: readonly MergedRange[], budget: CellBudget): void {
  const indexes = new Map(rows.map(({ number }, index) => [number, index]));
  for (const range of merged) {
    const start = indexes.get(range.top);
    const value = start === undefined ? undefined : rows[start]!.cells.get(range.left);
    if (start === undefined || !value) continue;
    for (let index = start; index < rows.length && rows[index]!.number <= range.bottom; index += 1) {
      for (let column = range.left; column <= range.right; column += 1) {
        budget.take(value);
        rows[index]!.cells.set(column, { ...value, merged: range });
      }
    }
  }
  if (merged.length === 0) return;
  for (const row of rows) row.cells = new Map([...row.cells].sort(([one], [other]) => one - other));
}
