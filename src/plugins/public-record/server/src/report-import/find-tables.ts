import { COUNTS, type CountName, REPORT_KINDS, type ReportKind } from '../../../../../reports';
import {
  type Cell,
  columnLetters,
  type Sheet,
  type SheetRow,
  UnreadableSpreadsheet,
} from '../../../../../spreadsheets';
import { type ColumnRole, columnRole } from './column-roles';

export type Column = {
  at: number;
  /** Its headings from the widest to its own. */
  path: readonly string[];
  /** Null for a heading that is not known. */
  role: ColumnRole | null;
};

/** A table of a sheet: its columns that are shown, the rows below its heading, and the texts above it. */
export type Table = {
  kind: ReportKind;
  sheet: Sheet;
  /** The number of the last row of its heading. */
  headingRow: number;
  columns: readonly Column[];
  /** Columns that are hidden and are not read, as they are called. */
  hiddenColumns: readonly string[];
  rows: readonly SheetRow[];
  /** The texts of each row above. */
  above: readonly (readonly string[])[];
  /** The row to name for what is wrong with those texts; null for the first table of a sheet. */
  aboveRow: number | null;
};

const MOST_HEADING_ROWS = 5;
const MOST_HEADING_COLUMNS = 60;
/** Counts that a heading names before it is taken for one. */
const FEWEST_COUNTS = 3;
/** Rows of a file that may begin a heading, which are looked at closely; a file with more of them is no report. */
const MOST_TRIED = 200;

/** Where a heading is among the rows that are shown; `score` is how many different columns of it are known. */
type Heading = { kind: ReportKind; from: number; to: number; columns: Column[]; score: number };

/**
 * The tables of sheets, in order; the rows between two headings are those of the first.
 * @throws UnreadableSpreadsheet for a file full of headings
 */
export function findTables(sheets: readonly Sheet[]): Table[] {
  let left = MOST_TRIED;
  const mayTry = () => {
    left -= 1;
    if (left < 0) throw new UnreadableSpreadsheet('Tệp có quá nhiều dòng tiêu đề: hãy để mỗi trang một bảng.');
  };
  return sheets.flatMap((sheet) => tablesOf(sheet, mayTry));
}

function tablesOf(sheet: Sheet, mayTry: () => void): Table[] {
  const shown = sheet.rows.filter(({ isHidden }) => !isHidden);
  const headings = findHeadings(shown, mayTry);
  let above: string[][] = [];
  return headings.map((heading, index) => {
    const headingRow = shown[heading.to - 1]!.number;
    const next = headings[index + 1];
    const end = next ? shown[next.from]!.number : Infinity;
    // A heading that a page repeats has nothing above it.
    const between = shown.slice(headings[index - 1]?.to ?? 0, heading.from);
    const texts = between.slice(index === 0 ? 0 : between.findLastIndex((row) => !isText(row)) + 1).map(textsOf);
    if (index === 0 || texts.length > 0) above = texts;
    return {
      kind: heading.kind,
      sheet,
      headingRow,
      columns: heading.columns.filter(({ at }) => !sheet.isHiddenColumn(at)),
      hiddenColumns: heading.columns
        .filter(({ at, path }) => sheet.isHiddenColumn(at) && path.length > 0)
        .map(({ at, path }) => `${columnLetters(at)} “${path.at(-1)}”`),
      rows: sheet.rows.filter(({ number }) => number > headingRow && number < end),
      above,
      aboveRow: index === 0 ? null : headingRow,
    };
  });
}

function findHeadings(rows: readonly SheetRow[], mayTry: () => void): Heading[] {
  const headings: Heading[] = [];
  for (let from = 0; from < rows.length; from += 1) {
    if (!mayBegin(rows[from]!)) continue;
    mayTry();
    const heading = headingFrom(rows, from);
    if (!heading) continue;
    // A line above, such as “Kỳ báo cáo”, may look like the first of the heading.
    const later = Array.from({ length: heading.to - from - 1 }, (_, index) => headingFrom(rows, from + index + 1));
    const best = later.reduce<Heading>((one, other) => (other && other.score > one.score ? other : one), heading);
    headings.push(best);
    from = best.to - 1;
  }
  return headings;
}

/** Whether one of the first cells of a row is a heading by itself, such as “STT”. */
function mayBegin(row: SheetRow): boolean {
  if (!isText(row)) return false;
  const first = textsOf(row).slice(0, 3);
  return REPORT_KINDS.some((kind) => first.some((text) => columnRole(kind, [text]) !== null));
}

/** Whether a row has texts alone, and no numbers among them. */
const isText = ({ cells }: SheetRow): boolean =>
  [...cells.values()].every((cell) => cell.type === 'text' && !isNumeric(cell.text));

const isNumeric = (text: string): boolean => /^[\s(]*\d[\d\s.,()=+\-–]*$/.test(text.slice(0, 100));

/** The heading that begins at a row, which knows the most columns in the fewest rows. */
function headingFrom(rows: readonly SheetRow[], from: number): Heading | null {
  let best: Heading | null = null;
  for (let to = from + 1; to <= from + MOST_HEADING_ROWS && to <= rows.length && isText(rows[to - 1]!); to += 1) {
    for (const kind of REPORT_KINDS) {
      const columns = columnsOf(rows.slice(from, to), kind);
      const counts = new Set(columns.flatMap(({ role }) => (role?.role === 'count' ? [role.name] : [])));
      const score = new Set(columns.flatMap(({ role }) => (role ? [JSON.stringify(role)] : []))).size;
      if (counts.size >= FEWEST_COUNTS && score > (best?.score ?? 0)) best = { kind, from, to, columns, score };
    }
  }
  return best;
}

/** The columns of a heading of some rows, each with its path through them. */
function columnsOf(rows: readonly SheetRow[], kind: ReportKind): Column[] {
  const last = Math.min(MOST_HEADING_COLUMNS, Math.max(...rows.flatMap(({ cells }) => [...cells.keys()])));
  const grid = rows.map(({ cells }) => Array.from({ length: last + 1 }, (_, at) => headingCell(cells.get(at))));
  for (const [index, line] of grid.entries()) {
    const below = grid.slice(index + 1);
    for (let at = 1; at <= last; at += 1) {
      // A file without merged cells has the heading of several columns above the first of them.
      const continues = below.some((other) => other[at] !== null && other[at]!.group !== line[at - 1]?.group);
      const isOneGroup = index === 0 || grid[index - 1]![at]?.group === grid[index - 1]![at - 1]?.group;
      if (line[at] === null && line[at - 1] && !line[at - 1]!.isMerged && continues && isOneGroup) {
        line[at] = line[at - 1]!;
      }
    }
  }
  return Array.from({ length: last }, (_, index) => {
    const at = index + 1;
    const groups = new Map(grid.flatMap((line) => (line[at] ? [[line[at].group, line[at].text] as const] : [])));
    const path = [...groups.values()];
    return { at, path, role: path.length > 0 ? columnRole(kind, path) : null };
  });
}

/** A cell of a heading; the cells of one merged cell are one group. */
type HeadingCell = { text: string; group: string | symbol; isMerged: boolean };

function headingCell(cell: Cell | undefined): HeadingCell | null {
  if (cell?.type !== 'text') return null;
  const { text, merged } = cell;
  return { text, group: merged ? `${merged.top}:${merged.left}` : Symbol(text), isMerged: merged !== undefined };
}

/** What a row has in words, numbers and days, by lines, a merged cell's once. */
const textsOf = ({ cells }: SheetRow): string[] =>
  [...cells]
    .flatMap(([at, cell]) => ((cell.merged?.left ?? at) === at ? [writtenText(cell)] : []))
    .flatMap((text) => text.split(/[\r\n]+/))
    .filter((line) => line.trim() !== '');

function writtenText(cell: Cell): string {
  if (cell.type === 'text') return cell.text;
  if (cell.type === 'number') return cell.decimal;
  return cell.type === 'date' && cell.day ? cell.day.split('-').reverse().join('/') : '';
}

/** The counts that a kind cannot do without, by their labels, for which a table has no column. */
export function missingColumns({ kind, columns }: Pick<Table, 'kind' | 'columns'>): string[] {
  const names = new Set<string>(columns.flatMap(({ role }) => (role?.role === 'count' ? [role.name] : [])));
  const has = (name: CountName<ReportKind>) => names.has(name);
  return COUNTS[kind]
    .filter(({ name }) => {
      if (has(name) || name === 'receivedOnline' || name === 'receivedInPerson' || name === 'returned') return false;
      return kind !== 'procedure-progress' || name !== 'received' || !has('receivedOnline') || !has('receivedInPerson');
    })
    .map(({ label }) => label);
}
