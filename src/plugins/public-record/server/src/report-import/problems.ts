import { columnLetters } from '../../../../../spreadsheets';

/** What is wrong at a place of a file, in Vietnamese; `sheet` is '' in a CSV, `row` null for what concerns a sheet as a whole. */
export type ImportProblem = { sheet: string; row: number | null; column: string | null; problem: string };

/** More than a person reads at once; the others are counted. */
const MOST_KEPT = 200;

/** The problems of an import, in the order of the file. */
export class Problems {
  readonly kept: ImportProblem[] = [];
  #others = 0;

  add(problem: ImportProblem): void {
    if (this.kept.length < MOST_KEPT) this.kept.push(problem);
    else this.#others += 1;
  }

  get count(): number {
    return this.kept.length + this.#others;
  }
}

/** A column as a person finds it: `E “Trực tuyến”`. */
export const columnName = ({ at, path }: { at: number; path: readonly string[] }): string =>
  `${columnLetters(at)} “${(path.at(-1) ?? '').replace(/\s+/g, ' ').slice(0, 80)}”`;

/** Refuses a file because of a row, a column, or both, of a sheet. */
export type Refuse = (
  row: number | null,
  column: { at: number; path: readonly string[] } | null,
  problem: string,
) => void;
