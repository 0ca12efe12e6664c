import { type Period, periodName, periodOfDay, periodText } from '../../../../../reports';
import type { Cell, SheetRow } from '../../../../../spreadsheets';
import { writableText } from '../../../../../vietnamese';
import type { AgencyNames, KnownAgency } from './agency-names';
import type { Column, Table } from './find-tables';
import type { Refuse } from './problems';
import { periodOfYear, readPeriod, samePeriod } from './read-period';
import { contextAgency, contextPeriod, type Defaults, hasOnlyYears, unknownAgency } from './table-context';

type RowNames = { agency: KnownAgency; period: Period; field: string | null };

type Around = { agencies: AgencyNames; defaults: Defaults; refuse: Refuse };

const LONGEST_FIELD = 300;

/**
 * What rows of a table are of: agency and period by their columns, else by the lines above the table, else as they were
 * chosen. Null, once it is said why, where neither tells; the function returns null for a row that is refused.
 */
export function rowNames(table: Table, given: Around): ((row: SheetRow) => RowNames | null) | null {
  const refuse: Refuse = (row, column, problem) => given.refuse(row ?? table.aboveRow, column, problem);
  const around = { ...given, refuse };
  const ofContext = agencyOfContext(table, around);
  const column = columnOf(table, 'agency');
  const agencyOf = column ? agencyOfCell(column, around) : (_row: SheetRow, period: Period) => ofContext(period);
  const periodOf = periodReader(table, around);
  if (!periodOf) {
    if (!column) ofContext(null);
    return null;
  }
  const field = columnOf(table, 'field');
  return (row) => {
    const period = periodOf(row);
    const agency = period && agencyOf(row, period);
    const text = field ? written(row.cells.get(field.at)) : '';
    if (text.length > LONGEST_FIELD) {
      refuse(row.number, field!, `Tên lĩnh vực dài quá ${LONGEST_FIELD} ký tự.`);
      return null;
    }
    return agency && period ? { agency, period, field: text || null } : null;
  };
}

const columnOf = ({ columns }: Table, wanted: string): Column | undefined =>
  columns.find(({ role }) => role?.role === wanted);

const written = (cell: Cell | undefined): string =>
  cell?.type === 'text'
    ? writableText(cell.text).replace(/\s+/gu, ' ').trim()
    : cell?.type === 'number'
      ? cell.decimal
      : '';

const otherThan = (chosen: KnownAgency, found: KnownAgency) =>
  `Tệp ghi “${found.name}”, nhưng cơ quan đã chọn là “${chosen.name}”.`;

const agencyOfCell =
  (column: Column, { agencies, defaults: { agency: chosen }, refuse }: Around) =>
  ({ number, cells }: SheetRow, period: Period): KnownAgency | null => {
    const text = written(cells.get(column.at));
    const found = agencies.find(text, period);
    const [agency] = found;
    if (text === '') refuse(number, column, 'Ô này còn trống: ghi tên cơ quan ở từng dòng.');
    else if (!agency || found.length > 1) refuse(number, column, unknownAgency(text, found));
    else if (chosen && agency !== chosen) refuse(number, column, otherThan(chosen, agency));
    else return agency;
    return null;
  };

/** The agency that the lines above the table mean in a period; what is wrong with them is told once. */
function agencyOfContext(table: Table, { agencies, defaults: { agency: chosen }, refuse }: Around) {
  const told = new Set<string>();
  const tell = (problem: string) => {
    if (!told.has(problem)) refuse(null, null, problem);
    told.add(problem);
    return null;
  };
  const read = (period: Period | null): KnownAgency | null => {
    const { value, problem } = contextAgency(table, agencies, period);
    if (problem !== undefined) return tell(problem);
    const found = value ?? chosen;
    if (!found) return tell('Không rõ cơ quan: thêm cột “Cơ quan”, hoặc dòng “Đơn vị báo cáo: …” trên bảng.');
    return chosen && found !== chosen ? tell(otherThan(chosen, found)) : found;
  };
  const byPeriod = new Map<string, KnownAgency | null>();
  return (period: Period | null): KnownAgency | null => {
    const key = period ? periodText(period) : '';
    if (!byPeriod.has(key)) byPeriod.set(key, read(period));
    return byPeriod.get(key)!;
  };
}

const EXAMPLES = 'ghi một tháng, một quý hoặc một năm, ví dụ 7/2025, quý III/2025, năm 2025';

function periodReader(table: Table, { defaults, refuse }: Around): ((row: SheetRow) => Period | null) | null {
  const { period: chosen } = defaults;
  const differs = 'Kỳ báo cáo trong tệp khác kỳ đã chọn.';
  const column = ['period', 'month', 'quarter', 'year'].map((role) => columnOf(table, role)).find(Boolean);
  if (!column) {
    const { value, problem } = contextPeriod(table, chosen);
    const found = value ?? chosen;
    if (problem !== undefined) refuse(null, null, problem);
    else if (!found)
      refuse(null, null, `Không rõ kỳ báo cáo: thêm cột “Kỳ báo cáo”, hoặc dòng “Kỳ báo cáo: …” trên bảng; ${EXAMPLES}.`); // prettier-ignore
    else if (chosen && !samePeriod(found, chosen)) refuse(null, null, differs);
    else return () => found;
    return null;
  }
  const year = columnOf(table, 'year');
  const part = column.role?.role;
  if (part === 'year') {
    const { value, problem } = contextPeriod(table, chosen);
    // Which years a table has its column says.
    if (problem !== undefined && !hasOnlyYears(table)) {
      refuse(null, null, problem);
      return null;
    }
    const within = [value, chosen].find((one) => one && one.kind !== 'year');
    if (within) return yearOf(column, within, { chosen, refuse, differs });
  }
  const yearAbove = year ? null : contextPeriod(table).value;
  return ({ number, cells }) => {
    const cell = cells.get(column.at);
    const ofYear = year ? written(cells.get(year.at)) : yearAbove?.kind === 'year' ? yearAbove.from.slice(0, 4) : '';
    const beside = part === 'month' || part === 'quarter' ? periodOfYear(part, written(cell), ofYear) : null;
    const period = beside ?? (cell ? readPeriod(cell) : null);
    if (!cell) refuse(number, column, `Ô này còn trống: ${EXAMPLES}.`);
    else if (!period) refuse(number, column, `Không đọc được kỳ “${shown(cell)}”: ${EXAMPLES}.`);
    else if (chosen && !samePeriod(period, chosen)) refuse(number, column, differs);
    else return period;
    return null;
  };
}

/** The period that the table or the person says, of which a column repeats the year. */
function yearOf(
  column: Column,
  within: Period,
  { chosen, refuse, differs }: { chosen: Period | null; refuse: Refuse; differs: string },
): ((row: SheetRow) => Period | null) | null {
  if (chosen && !samePeriod(chosen, within)) {
    refuse(null, null, differs);
    return null;
  }
  return ({ number, cells }) => {
    const cell = cells.get(column.at);
    const year = cell ? readPeriod(cell) : null;
    if (year && samePeriod(year, periodOfDay('year', within.from))) return within;
    refuse(number, column, `Năm ở ô này khác kỳ của bảng, là ${periodName(within)}.`);
    return null;
  };
}

const shown = (cell: Cell): string => (cell.type === 'date' ? (cell.day ?? 'giờ') : written(cell)).slice(0, 60);
