import type { Core } from '@strapi/strapi';
import type { Period } from '../../../../../reports';
import { readableRows } from '../../../../../strapi-internals/content-manager';
import type { Ability } from '../../../../../strapi-internals/permissions';
import { REPORT_TYPES } from '../reports/check-report';
import type { ReportTables } from '../schema/report-tables';
import { isUnreported, kindOf, reportingLevels } from './report-missing';

/** An agency without a published report of a period; `draft` is the document id of one that is being written. */
type UnreportedAgency = { agency: string; name: string; draft: string | null };

const MOST_AGENCIES = 5_000;

/**
 * The agencies that have not published a period, by name: those that existed on its last day, of the levels that report, and all
 * while none has reported. Drafts are those that the person may read.
 */
export async function unreportedAgencies(
  strapi: Core.Strapi,
  tables: ReportTables,
  reader: Ability,
  { kind, from, to, text }: Period & { text: string },
): Promise<UnreportedAgency[]> {
  const readable = await readableRows(strapi, reader, REPORT_TYPES[tables.kind]);
  const statement = `
    WITH asked AS (SELECT ?::text AS kind, ?::date AS period_from, ?::date AS period_to)
    SELECT agency.document_id AS agency, directory.agency_name(agency, asked.period_to, 'vi') AS name,
           (SELECT document_id FROM ${tables.reports} draft
             WHERE draft.agency_ref = agency.id AND draft.period = ?::text AND draft.published_at IS NULL
               AND draft.id IN (${readable.sql})) AS draft
      FROM asked JOIN agencies agency ON directory.agency_status(agency, asked.period_to) = 'active'
     WHERE (agency.level IN (${reportingLevels(tables)}) OR NOT EXISTS (SELECT FROM ${tables.units}))
       AND ${isUnreported(tables)}
     ORDER BY name COLLATE "vi-x-icu", agency.document_id
     LIMIT ${MOST_AGENCIES}`;
  const { rows } = await strapi.db.connection.raw<{ rows: UnreportedAgency[] }>(statement, [
    ...[kind, from, to, text],
    ...readable.bindings,
  ] as never);
  return rows;
}

/** A published report, and the sums of the months or quarters within it, by the names of the counts. */
type ComparedReport = {
  agency: string;
  name: string;
  document: string;
  period: string;
  parts: 'month' | 'quarter';
  whole: Record<string, number | null>;
  sum: Record<string, number | null>;
};

/** A count that an office leaves out in a part is unknown of the whole. */
const known = (column: string, sum: string) => `CASE WHEN count(${column}) = count(*) THEN ${sum} END`;

/**
 * The published reports of a year and of its quarters that differ from the months or quarters within them, where all of these are
 * published too.
 */
export async function unequalReports(
  strapi: Core.Strapi,
  { reports, rows: rowTable, columns }: ReportTables,
  year: number,
): Promise<ComparedReport[]> {
  const overTime = { flow: (column: string) => `sum(part.${column})`, first: edge(''), last: edge(' DESC') };
  const object = (value: (column: string) => string) =>
    `json_build_object(${columns.map(({ name, column }) => `'${name}', ${value(column)}`).join(', ')})`;
  const statement = `
    WITH added AS MATERIALIZED (
      SELECT report.agency_ref, report.document_id, report.period, report.period_from, report.period_to,
             ${kindOf('report.period')} AS kind,
             ${columns.map(({ column }) => `${known(column, `sum(${column})`)}::bigint AS ${column}`).join(', ')}
        FROM ${reports} report JOIN ${rowTable} ON report_id = report.id
       WHERE report.published_at IS NOT NULL AND report.agency_ref IS NOT NULL
         AND report.period_from >= make_date(?::integer, 1, 1) AND report.period_to <= make_date(?::integer, 12, 31)
       GROUP BY report.id
    ), compared AS (
      SELECT whole.agency_ref, whole.document_id, whole.period, whole.period_from, part.kind AS parts,
             ${columns.map(({ column }) => `whole.${column}`).join(', ')},
             ${columns
               .map((count) => {
                 const { column } = count;
                 return `${known(`part.${column}`, overTime[count.overTime](column))}::bigint AS part_${column}`;
               })
               .join(', ')}
        FROM added whole JOIN added part
          ON part.agency_ref = whole.agency_ref AND part.kind <> whole.kind
         AND part.period_from >= whole.period_from AND part.period_to <= whole.period_to
       GROUP BY whole.agency_ref, whole.document_id, whole.period, whole.period_from, whole.kind, part.kind,
                ${columns.map(({ column }) => `whole.${column}`).join(', ')}
      HAVING count(*) = CASE WHEN whole.kind = 'quarter' THEN 3 WHEN part.kind = 'quarter' THEN 4 ELSE 12 END
    )
    SELECT agency.document_id AS agency, agency.name, compared.document_id AS document, period, parts,
           ${object((column) => `compared.${column}`)} AS whole, ${object((column) => `part_${column}`)} AS sum
      FROM compared JOIN agencies agency ON agency.id = compared.agency_ref
     WHERE ${columns.map(({ column }) => `compared.${column} <> part_${column}`).join(' OR ')}
     ORDER BY agency.name COLLATE "vi-x-icu", agency.document_id, period_from, compared.period, parts
     LIMIT ${MOST_AGENCIES}`;
  const { rows } = await strapi.db.connection.raw<{ rows: ComparedReport[] }>(statement, [year, year] as never);
  return rows;
}

const edge = (direction: '' | ' DESC') => (column: string) =>
  `(array_agg(part.${column} ORDER BY part.period_from${direction}))[1]`;
