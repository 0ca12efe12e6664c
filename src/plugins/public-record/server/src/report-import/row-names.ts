import type { Period } from '../../../../../reports';
import type { Cell, SheetRow } from '../../../../../spreadsheets';
import { writableText } from '../../../../../vietnamese';
import type { AgencyNames, KnownAgency } from './agency-names';
import type { Column, Table } from './find-tables';
import type { Refuse } from './problems';
import { periodOfYear, readPeriod } from './read-period';
import type { Defaults } from './read-table';
import { contextAgency, contextPeriod, unknownAgency } from './table-context';

type RowNames = { agency: KnownAgency; period: Period; field: string | null };

type Around = { agencies: AgencyNames; defaults: Defaults; refuse: Refuse };

const LONGEST_FIELD = 300;

/**
 * What rows of a table are of: agency and period by their columns, else by the lines above the table, else as they were
 * chosen. Null, once it is said why, where neither tells; the function returns null for a row that is refused.
 */
export function rowNames(table: Table, around: Around): ((row: SheetRow) => RowNames | null) | null {
  const agencyOf = agencyReader(table, around);
  const periodOf = periodReader(table, around);
  if (!agencyOf || !periodOf) return null;
  const field = columnOf(table, 'field');
  return (row) => {
    const [agency, period] = [agencyOf(row), periodOf(row)];
    const text = field ? written(row.cells.get(field.at)) : '';
    if (text.length > LONGEST_FIELD) {
      around.refuse(row.number, field!, `Tên lĩnh vực dài quá ${LONGEST_FIELD} ký tự.`);
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

function agencyReader(
  table: Table,
  { agencies, defaults, refuse }: Around,
): ((row: SheetRow) => KnownAgency | null) | null {
  const { agency: chosen } = defaults;
  const differs = (found: KnownAgency) => `Tệp ghi “${found.name}”, nhưng cơ quan đã chọn là “${chosen!.name}”.`;
  const column = columnOf(table, 'agency');
  if (!column) {
    const { value, problem } = contextAgency(table, agencies);
    const found = value ?? chosen;
    if (problem !== undefined) refuse(null, null, problem);
    else if (!found)
      refuse(null, null, 'Không rõ cơ quan: thêm cột “Cơ quan”, hoặc dòng “Đơn vị báo cáo: …” trên bảng.');
    else if (chosen && found !== chosen) refuse(null, null, differs(found));
    else return () => found;
    return null;
  }
  return ({ number, cells }) => {
    const text = written(cells.get(column.at));
    const found = agencies.find(text);
    const [agency] = found;
    if (text === '') refuse(number, column, 'Ô này còn trống: ghi tên cơ quan ở từng dòng.');
    else if (!agency || found.length > 1) refuse(number, column, unknownAgency(text, found));
    else if (chosen && agency !== chosen) refuse(number, column, differs(agency));
    else return agency;
    return null;
  };
}

const EXAMPLES = 'ghi một tháng, một quý hoặc một năm, ví dụ 7/2025, quý III/2025, năm 2025';

function periodReader(table: Table, { defaults, refuse }: Around): ((row: SheetRow) => Period | null) | null {
  const { period: chosen } = defaults;
  const differs = 'Kỳ báo cáo trong tệp khác kỳ đã chọn.';
  const column = ['period', 'month', 'quarter', 'year'].map((role) => columnOf(table, role)).find(Boolean);
  if (!column) {
    const { value, problem } = contextPeriod(table);
    const found = value ?? chosen;
    if (problem !== undefined) refuse(null, null, problem);
    else if (!found)
      refuse(null, null, `Không rõ kỳ báo cáo: thêm cột “Kỳ báo cáo”, hoặc dòng “Kỳ báo cáo: …” trên bảng; ${EXAMPLES}.`); // prettier-ignore
    else if (chosen && found.from + found.kind !== chosen.from + chosen.kind) refuse(null, null, differs);
    else return () => found;
    return null;
  }
  const year = columnOf(table, 'year');
  const part = column.role?.role;
  return ({ number, cells }) => {
    const cell = cells.get(column.at);
    const beside =
      year && (part === 'month' || part === 'quarter')
        ? periodOfYear(part, written(cell), written(cells.get(year.at)))
        : null;
    const period = beside ?? (cell ? readPeriod(cell) : null);
    if (!cell) refuse(number, column, `Ô này còn trống: ${EXAMPLES}.`);
    else if (!period) refuse(number, column, `Không đọc được kỳ “${shown(cell)}”: ${EXAMPLES}.`);
    else if (chosen && period.from + period.kind !== chosen.from + chosen.kind) refuse(number, column, differs);
    else return period;
    return null;
  };
}

const shown = (cell: Cell): string => (cell.type === 'date' ? (cell.day ?? 'giờ') : written(cell)).slice(0, 60);
