import type { ReportFilters } from '../../../../../contract';
import { instantText } from '../../../../../postgres/instant-text';
import { PERIOD_KINDS, type PeriodKind } from '../../../../../reports';
import { countsJson, sumColumns, type ReportTables } from '../schema/report-tables';
import { agencyReference, namedAgency, type AgencyReference } from './agency-reference';
import { conditionsOf, type Conditions } from './report-conditions';
import { missingReports, type MissingModel } from './report-missing';
import { reportTotals } from './report-totals';

/** Last and first day of the period, slug of the agency and key of the field of a page's last row; the last two are empty in a series. */
export type ReportPosition = [to: string, from: string, agency: string, field: string];

/** The counts by their columns; of an optional one also of how many rows it is unknown. */
export type CountsModel = Record<string, number>;

export type ReportRowModel = {
  agency: AgencyReference | null;
  field: string | null;
  period: { from: string; to: string; kind: PeriodKind };
  counts: CountsModel;
  corrections: { on: string; note: string }[];
  position: ReportPosition;
};

export type ReportsModel = {
  rows: ReportRowModel[];
  totals: CountsModel | null;
  missing: MissingModel[];
  filters: { agency?: string | null };
  /** The document id of the same, which signs the cursor. */
  filtersById: object;
};

/** How many corrections a row shows. */
const MOST_CORRECTIONS = 20;

/** The sums of several rows, as columns of the same names. */
const addedColumns = (tables: ReportTables): string =>
  sumColumns(tables)
    .map((column) => `sum(${column})::bigint AS ${column}`)
    .join(', ');

/** All conditions of a request on a row of sums. */
const onSums = ({ days, agency }: Conditions, row: string): string[] => [...days(row), ...agency(row)];

/** The corrections of what is published within the days of a row, of its agency where it has one. By report_corrections. */
const corrections = ({ kind, reports }: ReportTables, row: string, isOfAgency: boolean): string => `
  (SELECT coalesce(json_agg(json_build_object('on', ${instantText('published_on')}, 'note', note) ORDER BY published_on), '[]')
     FROM (
       SELECT edition.published_on, edition.note
         FROM public_record.report_editions edition
        WHERE edition.kind = '${kind}' AND edition.is_correction
          AND public_record.first_day(edition.period) BETWEEN ${row}.period_from AND ${row}.period_to
          AND EXISTS (
            SELECT FROM agencies office JOIN ${reports} report ON report.agency_ref = office.id
             WHERE office.document_id = edition.agency AND report.period = edition.period AND report.published_at IS NOT NULL
               AND report.period_from >= ${row}.period_from AND report.period_to <= ${row}.period_to
               ${isOfAgency ? `AND report.agency_ref = ${row}.agency_id` : ''})
        ORDER BY edition.published_on DESC
        LIMIT ${MOST_CORRECTIONS}) newest)`;

/**
 * A page of what agencies reported, the latest period first, then by the agency's slug and the field: one more than `limit`. By
 * the primary key of sums, the index of an agency's, or that of those reported.
 */
const pageOfRows = (tables: ReportTables, { by }: ReportFilters, where: Conditions, after: string[] | null): string => `
  SELECT s.*, agency.slug, s.agency_id AS named_id FROM ${tables.sums} s JOIN agencies agency ON agency.id = s.agency_id
   WHERE ${[
     by === undefined ? 's.is_reported' : `s.kind = '${by}'`,
     ...onSums(where, 's'),
     ...(after
       ? [
           by === undefined
             ? `(s.period_to, s.period_from) <= (${after[0]}::date, ${after[1]}::date)`
             : `s.period_from <= ${after[1]}::date`,
           `((s.period_to, s.period_from) < (${after[0]}::date, ${after[1]}::date)
             OR (agency.slug COLLATE "C", s.field_key) > (${after[2]}::text, ${after[3]}::text))`,
         ]
       : []),
   ].join('\n     AND ')}
   ORDER BY ${by === undefined ? 's.period_to DESC, s.period_from DESC' : 's.period_from DESC'}, agency.slug COLLATE "C", s.field_key
   LIMIT $2::integer`;

/** A page with one row a period: the sum of all agencies, or of one. */
const pageOfSeries = (
  tables: ReportTables,
  { by = 'month', agency }: ReportFilters,
  where: Conditions,
  after: string[] | null,
  kind = `'${by}'`,
): string => {
  const conditions = [
    `s.kind = ${kind}`,
    ...(agency === undefined ? where.days('s') : onSums(where, 's')),
    ...(after ? [`(s.period_to, s.period_from) < (${after[0]}::date, ${after[1]}::date)`] : []),
  ].join(' AND ');
  const columns = `kind, period_from, period_to, '' AS slug, NULL::text AS field, '' AS field_key`;
  return agency === undefined
    ? `SELECT s.*, '' AS slug, NULL::text AS field, '' AS field_key, NULL::integer AS named_id FROM ${tables.totals} s WHERE ${conditions}
        ORDER BY s.period_from DESC LIMIT $2::integer`
    : `SELECT ${columns}, agency_id, agency_id AS named_id, ${addedColumns(tables)} FROM ${tables.sums} s
        WHERE ${conditions} GROUP BY kind, period_from, period_to, agency_id ORDER BY period_from DESC LIMIT $2::integer`;
};

/** The rows of `page`, in their order, as JSON in the locale `$1`. */
const rowsJson = (tables: ReportTables, isOfAgency: boolean): string => `
      coalesce((
        SELECT json_agg(json_build_object(
                 'agency', ${agencyReference('p.named_id', 'p.period_to')}, 'field', p.field,
                 'period', json_build_object('from', p.period_from, 'to', p.period_to, 'kind', p.kind),
                 'counts', ${countsJson(tables, 'p')}, 'corrections', ${corrections(tables, 'p', isOfAgency)},
                 'position', json_build_array(p.period_to, p.period_from, p.slug, p.field_key))
               ORDER BY p.period_to DESC, p.period_from DESC, p.slug COLLATE "C", p.field_key)
          FROM page p), '[]')`;

/** The row source `page`, after a position, with those that it reads; and what is asked of each row. */
export function pageOfReports(
  tables: ReportTables,
  filters: ReportFilters,
  after: ReportPosition | null,
  bind: (value: unknown) => string,
) {
  const { agency, series } = filters;
  const named = agency === undefined ? '' : `${namedAgency(bind(agency))},`;
  const conditions = conditionsOf(filters, bind);
  const position = after && after.slice(0, series ? 2 : 4).map(bind);
  const page = (series ? pageOfSeries : pageOfRows)(tables, filters, conditions, position);
  return { sources: `${named} page AS (${page})`, conditions };
}

/** The answer of `/procedure-progress` and `/document-exchange`. */
export function reportRows(
  tables: ReportTables,
  locale: string,
  filters: ReportFilters,
  after: ReportPosition | null,
  limit: number,
) {
  const values: unknown[] = [locale, limit + 1];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const hasAgency = filters.agency !== undefined;
  const { sources, conditions } = pageOfReports(tables, filters, after, bind);
  const text = `
    WITH ${sources}
    SELECT json_build_object(
      'rows', ${rowsJson(tables, !filters.series || hasAgency)},
      'totals', (${reportTotals(tables, filters, bind)}),
      'missing', (${missingReports(tables, filters, conditions)}),
      'filters', ${hasAgency ? `(SELECT json_build_object('agency', slug) FROM named)` : `'{}'::json`},
      'filtersById', ${hasAgency ? `(SELECT json_build_object('agency', document_id) FROM named)` : `'{}'::json`}) AS model`;
  return { text, values, hasManyForms: filters.from !== undefined || filters.to !== undefined };
}

/**
 * The shortest kind of period that reaches into the last report: months where some are as late as the quarter that was reported
 * last, and quarters where nobody reports months any more.
 */
const usualKind = ({ reports, sums, totals }: ReportTables, { agency }: Conditions, hasAgency: boolean): string => {
  const last = hasAgency
    ? `SELECT period_from FROM ${reports} WHERE agency_ref = (SELECT id FROM named) AND published_at IS NOT NULL`
    : `SELECT period_from FROM ${sums} WHERE is_reported`;
  const conditions = [
    's.kind = kinds.kind',
    ...agency('s'),
    `s.period_to >= (${last} ORDER BY period_to DESC, period_from DESC LIMIT 1)`,
  ];
  return `(
    SELECT kinds.kind FROM unnest(ARRAY['${PERIOD_KINDS.join("', '")}']) WITH ORDINALITY kinds (kind, rank)
     WHERE EXISTS (SELECT FROM ${hasAgency ? sums : totals} s WHERE ${conditions.join(' AND ')})
     ORDER BY rank LIMIT 1)`;
};

/**
 * The rows of a series alone: its totals and gaps cost more than all of its rows. Without `by` they are of the shortest kind that
 * reaches into the last report.
 */
export function reportSeries(tables: ReportTables, locale: string, filters: ReportFilters, limit: number) {
  const values: unknown[] = [locale, limit];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const { agency } = filters;
  const named = agency === undefined ? '' : `${namedAgency(bind(agency))},`;
  const where = conditionsOf(filters, bind);
  const kind = filters.by === undefined ? usualKind(tables, where, agency !== undefined) : undefined;
  const page = pageOfSeries(tables, filters, where, null, kind);
  const text = `WITH ${named} page AS (${page}) SELECT ${rowsJson(tables, agency !== undefined)} AS model`;
  return { text, values, hasManyForms: filters.from !== undefined || filters.to !== undefined };
}
