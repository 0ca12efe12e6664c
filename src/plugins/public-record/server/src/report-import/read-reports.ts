import {
  fieldKey,
  MOST_FIELDS,
  type Period,
  periodName,
  periodText,
  type ReportKind,
  type ReportRow,
} from '../../../../../reports';
import type { Sheet } from '../../../../../spreadsheets';
import type { AgencyNames, KnownAgency } from './agency-names';
import { findTables } from './find-tables';
import { type ImportProblem, Problems } from './problems';
import { readTable, type ReadRow } from './read-table';
import type { Defaults } from './table-context';

/** A report of a file: what an agency did in a period. */
export type ReadReport = {
  kind: ReportKind;
  agency: KnownAgency;
  period: Period;
  rows: ReportRow[];
  /** Where its first row stands. */
  place: ReadRow['place'];
};

export type ReadFile = {
  reports: ReadReport[];
  problems: ImportProblem[];
  /** Problems beyond those that are listed. */
  moreProblems: number;
  /** What is left out, in Vietnamese. */
  notes: string[];
};

const MOST_NOTES = 100;

/**
 * The reports of a file's sheets that are shown. Totals are checked and never taken; nothing is guessed: with a problem
 * anywhere there are no reports.
 *
 * @throws UnreadableSpreadsheet for a file full of headings
 */
export function readReports(sheets: readonly Sheet[], agencies: AgencyNames, defaults: Defaults): ReadFile {
  const problems = new Problems();
  const notes: string[] = [];
  const rows: ReadRow[] = [];
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  const tables = findTables(shown);
  for (const { name, isHidden, rows: all } of sheets) {
    const isRead = tables.some(({ sheet }) => sheet.name === name);
    if (all.length > 0 && isHidden) notes.push(`Trang “${name}” đang ẩn, không được đọc.`);
    else if (all.length > 0 && !isRead) notes.push(`Trang “${name}” không có bảng số liệu, không được đọc.`);
  }
  for (const table of tables) {
    rows.push(...readTable(table, { agencies, defaults, problems, notes, rowsBefore: rows.length }));
  }
  if (tables.length === 0) {
    problems.add({ sheet: '', row: null, column: null, problem: 'Không tìm thấy bảng số liệu: cần các dòng tiêu đề như trong tệp mẫu.' }); // prettier-ignore
  } else if (rows.length === 0 && problems.count === 0) {
    problems.add({ sheet: '', row: null, column: null, problem: 'Chưa có dòng số liệu nào.' });
  }
  const reports = groupRows(rows, problems);
  return {
    reports: problems.count === 0 ? reports : [],
    problems: problems.kept,
    moreProblems: problems.count - problems.kept.length,
    notes: notes.slice(0, MOST_NOTES),
  };
}

function groupRows(rows: readonly ReadRow[], problems: Problems): ReadReport[] {
  const groups = new Map<string, ReadRow[]>();
  for (const one of rows) {
    const key = `${one.kind} ${one.agency.documentId} ${periodText(one.period)}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [ReadRow];
    const { kind, agency, period, place } = first;
    const called = `${agency.name}, ${periodName(period)}`;
    const seen = new Map<string | null, ReadRow>();
    for (const one of group) {
      const { field } = one.row;
      const same = seen.get(field && fieldKey(field));
      const refuse = (problem: string) => problems.add({ ...one.place, column: null, problem });
      if (same)
        refuse(`${called}${field ? `, lĩnh vực “${field}”` : ''}: đã có ở ${placeName(same.place, one.place)}.`);
      else if (field === null && group.length > 1) refuse(`${called}: có nhiều dòng thì mỗi dòng phải ghi lĩnh vực.`);
      seen.set(field && fieldKey(field), one);
    }
    if (group.length > MOST_FIELDS) problems.add({ ...place, column: null, problem: `${called}: có quá ${MOST_FIELDS} lĩnh vực.` }); // prettier-ignore
    return { kind, agency, period, rows: group.map(({ row }) => row), place };
  });
}

const placeName = (one: ReadRow['place'], beside: ReadRow['place']): string =>
  one.sheet === beside.sheet ? `dòng ${one.row}` : `trang “${one.sheet}”, dòng ${one.row}`;
