import type { Core } from '@strapi/strapi';
import { instantText } from '../../../../../postgres/instant-text';
import type { ReportRow } from '../../../../../reports';
import { readableRows } from '../../../../../strapi-internals/content-manager';
import type { Ability } from '../../../../../strapi-internals/permissions';
import { REPORT_TYPES } from '../reports/check-report';
import type { ReportTables } from '../schema/report-tables';

/** What stands beside the form of a report. */
type ReportForm = {
  /** What the agency reported of the period before: what is published of it, else the draft. */
  previous: { period: string; rows: ReportRow[]; isPublished: boolean } | null;
  /** The fields that the agency has published counts of, as it last spelt them. */
  fields: string[];
  /** The days on which a report of the agency and period, or this one of others, was published, with the note of each correction. */
  editions: { on: string; note: string | null }[];
};

/**
 * The document ids of an agency and a report, without the agency that of the report's draft; the period before, and that of
 * which the editions are told.
 */
type Asked = { agency: string | null; document: string | null; previous: string | null; editionsOf: string | null };

const MOST_FIELDS = 200;
const MOST_EDITIONS = 50;

/** As far as a person may read it: drafts, and editions of a report, are those of rows in the lists of the panel. */
export async function reportForm(
  strapi: Core.Strapi,
  { kind, reports, sums }: ReportTables,
  reader: Ability,
  { agency, document, previous, editionsOf }: Asked,
): Promise<ReportForm> {
  const readable = await readableRows(strapi, reader, REPORT_TYPES[kind]);
  const statement = `
    WITH own AS MATERIALIZED (
      SELECT agency_ref FROM ${reports} WHERE document_id = ?::text AND published_at IS NULL AND id IN (${readable.sql})
    ), office AS MATERIALIZED (
      SELECT coalesce((SELECT id FROM agencies WHERE document_id = ?::text), (SELECT agency_ref FROM own)) AS id
    )
    SELECT (SELECT json_build_object('period', period, 'rows', coalesce(rows, '[]'), 'isPublished', published_at IS NOT NULL)
              FROM ${reports}
             WHERE agency_ref = (SELECT id FROM office) AND period = ?::text
               AND (published_at IS NOT NULL OR id IN (${readable.sql}))
             ORDER BY published_at LIMIT 1) AS previous,
           (SELECT coalesce(json_agg(field ORDER BY field COLLATE "vi-x-icu"), '[]')
              FROM (SELECT DISTINCT ON (field_key) field FROM ${sums}
                     WHERE agency_id = (SELECT id FROM office) AND field IS NOT NULL
                     ORDER BY field_key, period_from DESC LIMIT ${MOST_FIELDS}) used) AS fields,
           (SELECT coalesce(json_agg(json_build_object('on', ${instantText('published_on')}, 'note', note) ORDER BY id), '[]')
              FROM (SELECT id, CASE WHEN is_correction THEN note END AS note, published_on FROM public_record.report_editions
                     WHERE kind = '${kind}' AND ((document_id = ?::text AND EXISTS (SELECT FROM own))
                       OR (period = ?::text AND agency = (SELECT document_id FROM agencies WHERE id = (SELECT id FROM office))))
                     ORDER BY id DESC LIMIT ${MOST_EDITIONS}) newest) AS editions`;
  const values = [document, ...readable.bindings, agency, previous, ...readable.bindings, document, editionsOf];
  const { rows } = await strapi.db.connection.raw<{ rows: ReportForm[] }>(statement, values as never);
  return rows[0]!;
}
