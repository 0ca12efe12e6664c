/** The cells that a merged cell covers, all ends included, counted from 1. */
export type MergedRange = { top: number; left: number; bottom: number; right: number };

/** What a cell holds, as the file stores it. Decimals are exact, with a full stop. */
export type CellValue =
  | { type: 'text'; text: string }
  /** `isPercent` where it is shown as per cent: 1 as 100%. */
  | { type: 'number'; decimal: string; isPercent?: true }
  /** A number that is shown as a day (civil, `YYYY-MM-DD`); null where it is a time of day. */
  | { type: 'date'; day: string | null }
  | { type: 'boolean'; isTrue: boolean }
  /** `#DIV/0!` and the like, what a formula without a result shows. */
  | { type: 'error'; text: string }
  /** A formula whose result was never stored. */
  | { type: 'uncalculated' };

/** A cell with something in it; `merged` where it is part of a merged cell, whose value each of its cells has. */
export type Cell = CellValue & { merged?: MergedRange };

/** A row with something in it, by its number from 1; cells by their column, from 1, in order. */
export type SheetRow = { number: number; isHidden: boolean; cells: ReadonlyMap<number, Cell> };

/** A sheet's rows in order; the name of what is read from a text is empty. */
export type Sheet = {
  name: string;
  isHidden: boolean;
  rows: readonly SheetRow[];
  isHiddenColumn(column: number): boolean;
};

/** The bounds within which a file is read. */
export const LIMITS = {
  /** Bytes of a file. */
  file: 4_000_000,
  /** Bytes of the parts that are read, unpacked, together. */
  unpacked: 32_000_000,
  /** Files in an archive. */
  entries: 2_000,
  sheets: 100,
  strings: 500_000,
  /** Characters, and lines with something in them, of a CSV text. */
  text: 2_000_000,
  lines: 20_000,
  /** Merged cells, and groups of columns, of a sheet. */
  ranges: 50_000,
  /** Cells with something in them, of all sheets; those that merged cells cover count. */
  cells: 500_000,
  /** Characters in those cells, together. */
  characters: 10_000_000,
  /** What a spreadsheet can hold: characters of a cell, rows and columns of a sheet. */
  cell: 32_767,
  rows: 1_048_576,
  columns: 16_384,
} as const;

/** A file that is not read, and what its owner can do, in Vietnamese. */
export class UnreadableSpreadsheet extends Error {}

/** The letters of a column: A is 1, AB is 28. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}
