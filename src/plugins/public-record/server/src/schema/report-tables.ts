import { countsOf, type CountDefinition, type ReportKind } from '../../../../../reports';

/** A count as a column of rows, sums and totals. */
type CountColumn = CountDefinition & { column: string };

/** The tables of a kind of report. All but the first are kept by triggers. */
export type ReportTables = {
  kind: ReportKind;
  /** Strapi's, one row a draft and one a published report. */
  reports: string;
  /** The rows of each report. */
  rows: string;
  /** What an agency published of a field in a month, quarter or year. */
  sums: string;
  /** The sum of all agencies and fields of a month, quarter or year. */
  totals: string;
  /** The agencies and fields that there are sums of, by kind of period. */
  units: string;
  columns: readonly CountColumn[];
};

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const tablesOf = (kind: ReportKind, stem: string): ReportTables => ({
  kind,
  reports: `${stem}_reports`,
  rows: `public_record.${stem}_rows`,
  sums: `public_record.${stem}_sums`,
  totals: `public_record.${stem}_totals`,
  units: `public_record.${stem}_units`,
  columns: countsOf(kind).map((count) => ({ ...count, column: snakeCase(count.name) })),
});

export const REPORT_TABLES: Record<ReportKind, ReportTables> = {
  'procedure-progress': tablesOf('procedure-progress', 'procedure'),
  'document-exchange': tablesOf('document-exchange', 'exchange'),
};

/** The column beside an optional count of sums and totals: of how many rows it is unknown. */
export const unknownColumn = ({ column }: CountColumn): string => `${column}_unknown`;

/** The columns of counts in sums and totals, each optional one with that beside it. */
export const sumColumns = ({ columns }: Pick<ReportTables, 'columns'>): string[] =>
  columns.flatMap((count) => [count.column, ...(count.isOptional ? [unknownColumn(count)] : [])]);

/** The counts of a row `from`, as JSON. */
export const countsJson = (tables: Pick<ReportTables, 'columns'>, from: string): string =>
  `json_build_object(${sumColumns(tables)
    .map((column) => `'${column}', ${from}.${column}`)
    .join(', ')})`;
