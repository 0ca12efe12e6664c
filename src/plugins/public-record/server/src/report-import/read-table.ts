import { COUNTS, type Period, periodText, type ReportKind, type ReportRow } from '../../../../../reports';
import { columnLetters, type SheetRow } from '../../../../../spreadsheets';
import { searchKey } from '../../../../../vietnamese';
import type { AgencyNames, KnownAgency } from './agency-names';
import { checkTotals } from './check-totals';
import { type Column, missingColumns, type Table } from './find-tables';
import { columnName, type Problems, type Refuse } from './problems';
import { saysRunningTotal } from './read-period';
import { readCounts } from './row-counts';
import { refuseLevels } from './row-levels';
import { rowNames } from './row-names';
import { isFigure, type ClassifiedRow, classifyRows } from './classify-rows';
import { type Defaults, namesAgency } from './table-context';

/** A row of a report, and where it stands in the file. */
export type ReadRow = {
  kind: ReportKind;
  agency: KnownAgency;
  period: Period;
  row: ReportRow;
  place: { sheet: string; row: number };
};

type Reader = { agencies: AgencyNames; defaults: Defaults; problems: Problems; notes: string[]; rowsBefore: number };

const MOST_ROWS = 5_000;
const MOST_NAMELESS = 20;

/** The rows of a table, after so many of the tables before; what is wrong with it goes to `problems`, what is left out of it to `notes`. */
export function readTable(table: Table, { agencies, defaults, problems, notes, rowsBefore }: Reader): ReadRow[] {
  const room = MOST_ROWS - rowsBefore;
  const before = problems.count;
  const { kind, sheet, columns } = table;
  const refuse: Refuse = (row, column, problem) =>
    problems.add({ sheet: sheet.name, row, column: column && columnName(column), problem });
  const note = (text: string) => notes.push(sheet.name === '' ? text : `Trang “${sheet.name}”: ${text}`);

  checkColumns(table, refuse);
  if (problems.count > before) return [];
  const sorted = classifyRows(table);
  const data = sorted.filter(({ is }) => is === 'data').map(({ row }) => row);
  tellOfColumns(table, data, { refuse, note });
  tellOfRows(sorted, columns, agencies, { refuse, note });
  refuseLevels(data, columns, refuse);
  refuseAgencies(data, columns, agencies, refuse);
  if (data.length === 0) {
    const total = sorted.find(({ is }) => is === 'total');
    if (total) refuse(total.row.number, null, 'Chỉ có dòng tổng, không có dòng số liệu nào: hãy ghi từng lĩnh vực, hoặc để trống tên của dòng này.'); // prettier-ignore
    return [];
  }
  if (data.length > room) {
    refuse(data[room]!.number, null, `Tệp có quá ${MOST_ROWS.toLocaleString('vi')} dòng số liệu: hãy chia ra nhiều lần.`); // prettier-ignore
    return [];
  }
  const namesOf = rowNames(table, { agencies, defaults, refuse });
  if (!namesOf) return [];
  const read = data.flatMap((row): ReadRow[] => {
    const counts = readCounts(table, row, refuse);
    const names = namesOf(row);
    if (!counts || !names) return [];
    const { agency, period, field } = names;
    const place = { sheet: sheet.name, row: row.number };
    return [{ kind, agency, period, row: { field, ...counts } as ReportRow, place }];
  });
  const periods = new Map(read.map(({ period, place }) => [place.row, periodText(period)]));
  if (problems.count === before) checkTotals(sorted, columns, ({ number }) => periods.get(number), { refuse, note });
  return problems.count === before ? read : [];
}

type Tell = { refuse: Refuse; note(text: string): void };

/** Refuses a table whose columns are not those of a report. */
function checkColumns(table: Table, refuse: Refuse): void {
  const seen = new Map<string, Column>();
  for (const column of table.columns) {
    const { role } = column;
    if (!role || role.role === 'leftOut' || role.role === 'order') continue;
    const key = role.role === 'count' || role.role === 'derived' ? role.name : role.role;
    const part = role.role === 'count' ? (role.part ?? '') : '';
    const same = seen.get(`${key} ${part}`) ?? seen.get(`${key} `) ?? (part === '' ? partOf(key, seen) : undefined);
    if (same) refuse(table.headingRow, column, `Cột này trùng với cột ${columnName(same)}: hãy bỏ hoặc ẩn một cột.`);
    seen.set(`${key} ${part}`, column);
  }
  const running = table.above.flat().find(saysRunningTotal);
  if (running !== undefined) {
    refuse(
      table.headingRow,
      null,
      `Số liệu là lũy kế (“${running.trim().slice(0, 100)}”): cần số của riêng kỳ báo cáo.`,
    );
  }
  const hint =
    table.hiddenColumns.length > 0 ? ` Các cột đang ẩn không được đọc: ${table.hiddenColumns.join(', ')}.` : '';
  for (const label of missingColumns(table)) {
    refuse(table.headingRow, null, `Thiếu cột “${label}”.${isTotalAlone(table, label) ? ' “Tổng số” tiếp nhận gồm cả kỳ trước chuyển sang nên không dùng thay được.' : ''}${hint}`); // prettier-ignore
  }
}

const partOf = (key: string, seen: ReadonlyMap<string, Column>): Column | undefined =>
  [...seen].find(([name]) => name.startsWith(`${key} `))?.[1];

const isTotalAlone = ({ columns }: Table, label: string): boolean =>
  label === COUNTS['procedure-progress'][0].label &&
  columns.some(({ role }) => role?.role === 'derived' && role.name === 'receivedAndCarriedOver');

/** Tells of columns that are left out; one with figures and a heading that is not known is refused. */
function tellOfColumns(
  { sheet, columns, hiddenColumns, headingRow }: Table,
  data: readonly SheetRow[],
  { refuse, note }: Tell,
) {
  const hasFigures = ({ at }: Column) => data.some(({ cells }) => cells.has(at) && isFigure(cells.get(at)!));
  const unknown = columns.filter(({ role, path }) => role === null && path.length > 0);
  for (const column of unknown.filter(hasFigures)) {
    refuse(
      headingRow,
      column,
      'Cột này có số liệu nhưng không có trong báo cáo: hãy sửa tên cột, hoặc ẩn cột để không nhập.',
    );
  }
  const leftOut = [
    ...unknown.filter((column) => !hasFigures(column)).map(columnName),
    ...columns.filter(({ role }) => role?.role === 'leftOut').map(columnName),
  ];
  const unnamed = namelessColumns(columns, data, (at) => sheet.isHiddenColumn(at));
  if (unnamed.length > 0) note(`cột có số liệu nhưng không có tên, không nhập: ${unnamed.join(', ')}.`);
  if (hiddenColumns.length > 0) note(`cột ẩn không được đọc: ${hiddenColumns.join(', ')}.`);
  if (leftOut.length > 0) note(`cột không nhập: ${leftOut.join(', ')}.`);
}

function namelessColumns(
  columns: readonly Column[],
  data: readonly SheetRow[],
  isHidden: (at: number) => boolean,
): string[] {
  const named = new Set(columns.flatMap(({ at, path }) => (path.length > 0 ? [at] : [])));
  const found = new Set(
    data.flatMap(({ cells }) =>
      [...cells].flatMap(([at, cell]) => (!named.has(at) && !isHidden(at) && isFigure(cell) ? [at] : [])),
    ),
  );
  return [...found]
    .sort((one, other) => one - other)
    .slice(0, MOST_NAMELESS)
    .map(columnLetters);
}

function tellOfRows(
  sorted: readonly ClassifiedRow[],
  columns: readonly Column[],
  agencies: AgencyNames,
  { refuse, note }: Tell,
) {
  const hasAgencies = columns.some(({ role }) => role?.role === 'agency');
  for (const one of sorted) {
    const { number } = one.row;
    if (one.is === 'hidden') {
      refuse(number, null, 'Dòng này đang ẩn nhưng có số liệu: hãy hiện dòng để nhập, hoặc xóa dòng.');
    } else if (one.is === 'label' && !hasAgencies && namesAgency(one.text, agencies)) {
      refuse(
        number,
        null,
        `Dòng chỉ có tên cơ quan “${one.text}”: hãy thêm cột “Cơ quan” và ghi tên ở từng dòng số liệu.`,
      );
    } else if (one.is === 'label') note(`dòng ${number} chỉ có chữ, không nhập: “${one.text.slice(0, 80)}”.`);
    else if (one.is === 'running total') note(`dòng ${number} là số lũy kế, không nhập.`);
  }
  const blank = sorted.filter(({ is }) => is === 'blank').length;
  if (blank > 0) note(`${blank} dòng chưa điền số liệu, không nhập.`);
}

/** A list of agencies that is called one of fields would be the report of a single agency. */
function refuseAgencies(
  data: readonly SheetRow[],
  columns: readonly Column[],
  agencies: AgencyNames,
  refuse: Refuse,
): void {
  const field = columns.find(({ role }) => role?.role === 'field');
  if (!field || columns.some(({ role }) => role?.role === 'agency')) return;
  for (const { number, cells } of data) {
    const cell = cells.get(field.at);
    const text = cell?.type === 'text' ? cell.text.trim() : '';
    if (!agencies.find(text).some(({ name }) => searchKey(name) === searchKey(text))) continue;
    refuse(number, field, `“${text.slice(0, 100)}” là tên cơ quan: nếu mỗi dòng là một cơ quan thì đổi tên cột thành “Cơ quan”, nếu là dòng cộng thì ghi “Cộng” trước tên.`); // prettier-ignore
  }
}
