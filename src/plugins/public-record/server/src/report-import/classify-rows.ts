import type { Cell, SheetRow } from '../../../../../spreadsheets';
import { searchKey } from '../../../../../vietnamese';
import type { Column, Table } from './find-tables';
import { numbering } from './row-levels';

/** What a row below a heading is. Notes, signatures and numbers of columns are nothing. */
export type ClassifiedRow = { row: SheetRow } & (
  | { is: 'data' }
  /** The sum of others, which is checked. */
  | { is: 'total' }
  /** The sum since the beginning of the year, or of other periods. */
  | { is: 'running total' }
  /** A row with figures that nobody sees. */
  | { is: 'hidden' }
  /** A text among the rows, such as the name of a group. */
  | { is: 'label'; text: string }
  /** A row of a template that was not filled in. */
  | { is: 'blank' }
);

/** “Tổng số hồ sơ”, “Tổng cộng (A+B)”; not “Tổng hợp”. */
const TOTAL =
  /^(?:tổng(?! (?:hợp|cục|công ty|kiểm))(?!\p{L})|(?:cộng|total|t cộng)(?: toàn tỉnh| chung| [ivx\d ]+)?$)/u;
/** “Toàn sở”; not “Toàn trình”. */
const WHOLE = /^toàn (?:tỉnh|thành phố|huyện|xã|phường|sở|ngành|khối|cơ quan|đơn vị)(?!\p{L})/u;
/** “Cộng khối sở”; not “Cộng đồng”. */
const GROUP_TOTAL = /^cộng (?!đồng|tác|hòa|hưởng|sản)/;
const RUNNING_TOTAL = /^(?:tổng )?(?:lũy kế|cộng dồn)(?!\p{L})/u;

const isTotal = (key: string): boolean =>
  [TOTAL, WHOLE, GROUP_TOTAL].some((pattern) => pattern.test(key)) && !RUNNING_TOTAL.test(key);

/** The rows of a table by what they are; those after the last with figures, and not of the table, are left out. */
export function classifyRows({ rows, columns }: Pick<Table, 'rows' | 'columns'>): ClassifiedRow[] {
  const counted = columns.filter(({ role }) => role?.role === 'count' || role?.role === 'derived');
  const start = rows.findIndex((row) => !isNumbering(row));
  const body = start < 0 ? [] : rows.slice(start);
  const looks = body.map((row) => ({ row, ...lookOf(row, counted) }));
  const last = looks.findLastIndex(({ figures }) => figures > 0);
  const agency = columns.find(({ role }) => role?.role === 'agency');
  return looks.flatMap(({ row, figures, filled }, index): ClassifiedRow[] => {
    const isFull = filled * 2 >= counted.length;
    if (row.isHidden) return figures > 0 ? [{ row, is: 'hidden' }] : [];
    const label = labelOf(row, counted);
    if (figures > 0 || isFull) {
      if (isTotal(label)) return [{ row, is: 'total' }];
      return [{ row, is: RUNNING_TOTAL.test(label) ? 'running total' : 'data' }];
    }
    if (agency && row.cells.has(agency.at) && !isWide(row.cells.get(agency.at)!) && filled === 0) {
      return [{ row, is: 'blank' }];
    }
    const text = textOf(row, counted);
    return index > last || text === '' ? [] : [{ row, is: 'label', text }];
  });
}

/** How many of a row's counts have something, and how many a number; a text over several columns is no part of them. */
function lookOf({ cells }: SheetRow, counted: readonly Column[]): { figures: number; filled: number } {
  const own = counted.flatMap(({ at }) => {
    const cell = cells.get(at);
    return cell && !(cell.type === 'text' && isWide(cell)) ? [cell] : [];
  });
  return { figures: own.filter(isFigure).length, filled: own.length };
}

/** Whether a cell holds a number, or what stands for one. */
export const isFigure = (cell: Cell): boolean =>
  cell.type === 'text'
    ? /^[-(]?\d[\d.,\s\u00a0]*\)?$/.test(cell.text.trim().slice(0, 50))
    : ['number', 'uncalculated', 'error'].includes(cell.type);

const isWide = ({ merged }: Cell): boolean => merged !== undefined && merged.left !== merged.right;

/** The first text before the counts, by which a total is known. */
function labelOf({ cells }: SheetRow, counted: readonly Column[]): string {
  const first = Math.min(...counted.map(({ at }) => at));
  const texts = [...cells].flatMap(([at, cell]) => (at < first && cell.type === 'text' ? [cell.text] : []));
  const keys = texts.map((text) => searchKey(text.slice(0, 100)));
  return keys.find((key) => isTotal(key) || RUNNING_TOTAL.test(key)) ?? keys[0] ?? '';
}

/** What a row has in words before the counts, a merged cell's once. */
const textOf = ({ cells }: SheetRow, counted: readonly Column[]): string => {
  const first = Math.min(...counted.map(({ at }) => at));
  const texts = [...cells].flatMap(([at, cell]) =>
    at < first && cell.type === 'text' && numbering(cell.text) === null ? [cell.text.trim()] : [],
  );
  return [...new Set(texts)].join(' ');
};

const FEWEST_NUMBERS = 4;

/** Whether a row numbers the columns: (1), (2), (3)=(4)+(5)…, after letters perhaps. */
function isNumbering({ cells }: SheetRow): boolean {
  const texts = [...cells.values()].map((cell) =>
    cell.type === 'number' ? cell.decimal : cell.type === 'text' ? cell.text.trim().slice(0, 100) : '',
  );
  const numbers = texts.filter((text) => !/^\(?[A-Z]\)?$/.test(text));
  if (numbers.length < FEWEST_NUMBERS || texts.length - numbers.length > 3) return false;
  const [first] = numbers.map(leadingNumber);
  return (
    numbers.every((text, index) => leadingNumber(text) === first! + index) &&
    (first === 1 || first === 0 || first === texts.length - numbers.length + 1)
  );
}

const leadingNumber = (text: string): number =>
  Number(/^\(?(\d{1,2})\)?(?:\s*=[\d\s()+=\-–]*)?$/.exec(text)?.[1] ?? NaN);
