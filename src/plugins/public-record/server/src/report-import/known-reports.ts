import type { Core } from '@strapi/strapi';
import { periodText, type ReportKind, type ReportRow } from '../../../../../reports';
import { REPORT_TABLES } from '../schema/report-tables';
import type { KnownAgency } from './agency-names';
import type { ReadReport } from './read-reports';

/** The draft of an agency's report of a period, as it stands. */
export type KnownReport = {
  kind: ReportKind;
  agency: string;
  period: string;
  rows: ReportRow[];
};

/** All agencies, by name; some hundreds. Reports of past periods are of some that are gone. */
export async function knownAgencies(strapi: Core.Strapi): Promise<KnownAgency[]> {
  const { rows } = await strapi.db.connection.raw<{ rows: KnownAgency[] }>(
    `SELECT agency.document_id AS "documentId", agency.name, agency.short_name AS "shortName", agency.slug,
            parent.document_id AS parent, agency.founded_on::text AS "foundedOn", agency.dissolved_on::text AS "dissolvedOn"
       FROM agencies agency LEFT JOIN agencies parent ON parent.id = agency.parent_ref
      ORDER BY agency.name COLLATE "vi-x-icu", agency.id`,
  );
  return rows;
}

/** The drafts that are there of some reports. Every published report has one. */
export async function knownReports(strapi: Core.Strapi, reports: readonly ReadReport[]): Promise<KnownReport[]> {
  const found: KnownReport[] = [];
  for (const kind of new Set(reports.map((report) => report.kind))) {
    const wanted = reports.filter((report) => report.kind === kind);
    const { rows } = await strapi.db.transaction(({ trx }) =>
      trx.raw(
        `SELECT ? AS kind, agency.document_id AS agency, draft.period,
                coalesce(draft.rows, '[]')::text AS rows
           FROM unnest(?::text[], ?::text[]) wanted (agency, period)
           JOIN agencies agency ON agency.document_id = wanted.agency
           JOIN ${REPORT_TABLES[kind].reports} draft
             ON draft.agency_ref = agency.id AND draft.period = wanted.period AND draft.published_at IS NULL`,
        [kind, wanted.map(({ agency }) => agency.documentId), wanted.map(({ period }) => periodText(period))],
      ),
    );
    found.push(
      ...(rows as (Omit<KnownReport, 'rows'> & { rows: string })[]).map((one) => ({
        ...one,
        rows: JSON.parse(one.rows),
      })),
    );
  }
  return found;
}
