import {
  checkRows,
  countsOf,
  fieldKey,
  periodName,
  periodText,
  type ReportKind,
  type ReportRow,
} from '../../../../../reports';
import { existedIn, type KnownAgency } from './agency-names';
import type { KnownReport } from './known-reports';
import type { ImportProblem } from './problems';
import type { ReadReport } from './read-reports';

type ImportPlan = {
  created: ReadReport[];
  changed: ReadReport[];
  /** Those that are there with the same figures. */
  unchanged: ReadReport[];
  problems: ImportProblem[];
};

type Around = {
  known: readonly KnownReport[];
  /** A civil day at the portal. */
  today: string;
  mayWrite(kind: ReportKind, agency: KnownAgency): boolean;
};

/**
 * What an import does: a report is known by its kind, agency and period, and is changed where its draft has other figures.
 * Pure.
 */
export function planImport(reports: readonly ReadReport[], { known, today, mayWrite }: Around): ImportPlan {
  const byKey = new Map(known.map((report) => [keyOf(report.kind, report.agency, report.period), report]));
  const plan: ImportPlan = { created: [], changed: [], unchanged: [], problems: [] };
  for (const report of reports) {
    const { kind, agency, period, place } = report;
    const called = `${agency.name}, ${periodName(period)}`;
    const refuse = (problem: string) =>
      plan.problems.push({ ...place, column: null, problem: `${called}: ${problem}` });
    if (!mayWrite(kind, agency)) refuse('bạn không được phép ghi báo cáo của cơ quan này.');
    else if (!existedIn(agency, period)) refuse('cơ quan chưa thành lập hoặc đã giải thể trong cả kỳ này.');
    else if (period.from > today) refuse('kỳ báo cáo chưa bắt đầu.');
    const checked = checkRows(kind, report.rows);
    if (!checked.ok) {
      for (const { message } of checked.problems) refuse(`${message}.`);
      continue;
    }
    const rows = checked.value as ReportRow[];
    const there = byKey.get(keyOf(kind, agency.documentId, periodText(period)));
    const planned = { ...report, rows };
    if (!there) plan.created.push(planned);
    else if (sameFigures(kind, there.rows, rows)) plan.unchanged.push(report);
    else plan.changed.push(planned);
  }
  return plan;
}

const keyOf = (kind: string, agency: string, period: string): string => [kind, agency, period].join(' ');

/** Whether rows have the same counts by field, in whatever order. */
function sameFigures(kind: ReportKind, some: readonly ReportRow[], others: readonly ReportRow[]): boolean {
  const figures = (rows: readonly ReportRow[]) =>
    JSON.stringify(
      rows
        .map((row) => [
          fieldKey(row.field ?? ''),
          ...countsOf(kind).map(({ name }) => (row as unknown as Record<string, number | null>)[name] ?? null),
        ])
        .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
    );
  return figures(some) === figures(others);
}
