import { indexFunction, isListed, panelTerms } from '../schema/panel-entries';
import type { PanelSource } from '../schema/panel-sources';

/** The form of the terms of rows. A change of it reads all rows in again at the next start. */
const FORM = 2;

/** What a person searches for in a type, as `tsquery`, null without a word; and whether the rows of the type are all read in. */
export const PANEL_QUERY = `
  SELECT portal_search.panel_query(?, ?, ?::text[], ?::text[], ?) AS query,
         EXISTS (SELECT FROM portal_search.filled_panel_types WHERE type = ? AND form = ${FORM}) AS "isFilled"`;

/** Row ids. By panel_entries_terms. */
export const FOUND_ENTRIES = 'SELECT portal_search.panel_rows(?::tsquery)';

/** Ids of published rows. By documents_terms. */
export const FOUND_DOCUMENTS = 'SELECT portal_search.published_rows(?::tsquery)';

/** The row of a document id. By Strapi's index of document ids. */
export const foundById = ({ table }: PanelSource): string => `SELECT id FROM ${table} WHERE document_id = ?`;

/** Whether the row `listed.id` is found. By the primary key of panel_entries: as a condition of its own, the terms would be searched. */
export const isFoundEntry = ({ type }: PanelSource): string => `(
  SELECT known.terms @@ ?::tsquery FROM portal_search.panel_entries known
   WHERE known.type = '${type}' AND known.row_id = listed.id)`;

/** Rows of a type up to which all that is found can be collected. */
const FEW_ROWS = 10_000;

/** Rows of a type of which the share that is found is told. */
const SAMPLE = 256;

/** Which share of the rows of a type a search finds, from a sample of them; no row for a type of few. */
export const foundShare = ({ type }: PanelSource): string => `
  SELECT count(*) FILTER (WHERE sampled.terms @@ ?::tsquery)::float8 / count(*) AS share
    FROM (SELECT min(row_id) AS first, max(row_id) AS last FROM portal_search.panel_entries WHERE type = '${type}') AS ids
   CROSS JOIN LATERAL generate_series(first, last, greatest(1, (last - first) / ${SAMPLE})) AS place
   CROSS JOIN LATERAL (
     SELECT known.terms FROM portal_search.panel_entries known
      WHERE known.type = '${type}' AND known.row_id >= place ORDER BY known.row_id LIMIT 1) AS sampled
   WHERE EXISTS (SELECT FROM portal_search.panel_entries WHERE type = '${type}' ORDER BY row_id OFFSET ${FEW_ROWS})
  HAVING count(*) > 0`;

/** Rows after the id of another one, in order. */
const idsAfter = (source: PanelSource): string => `
  SELECT here.id FROM ${source.table} here WHERE here.id > ? AND ${isListed(source, 'here')} ORDER BY here.id LIMIT ?`;

/** Reads the next rows of a source in. `last` is the id of the last of them. */
export const indexNext = (source: PanelSource): string => `
  WITH batch AS MATERIALIZED (${idsAfter(source)})
  SELECT count(*)::integer AS count, max(id) AS last, ${indexFunction(source)}(array_agg(id)) FROM batch`;

/** How the next rows of a source differ from what is known of them. */
export const compareNextRows = (source: PanelSource): string => `
  WITH batch AS MATERIALIZED (${idsAfter(source)})
  SELECT count(*)::integer AS count, max(id) AS last,
         array_remove(array_agg(CASE WHEN known.row_id IS NULL THEN 'missing ' || id
           WHEN known.terms <> fresh.terms THEN 'stale ' || id END ORDER BY id), NULL) AS problems
    FROM batch
   CROSS JOIN LATERAL (SELECT ${panelTerms(source)} AS terms FROM ${source.table} here WHERE here.id = batch.id) AS fresh
    LEFT JOIN portal_search.panel_entries known ON known.type = '${source.type}' AND known.row_id = batch.id`;

const isSurplus = (source: PanelSource): string => `known.type = '${source.type}' AND NOT EXISTS (
     SELECT FROM ${source.table} here WHERE here.id = known.row_id AND ${isListed(source, 'here')})`;

/** What is known and no longer there. */
export const surplusRows = (source: PanelSource): string => `
  SELECT known.row_id AS id FROM portal_search.panel_entries known WHERE ${isSurplus(source)}`;

export const dropSurplus = (source: PanelSource): string => `
  DELETE FROM portal_search.panel_entries known WHERE ${isSurplus(source)}`;

export const FILLED_PANEL_TYPES = `SELECT type FROM portal_search.filled_panel_types WHERE form = ${FORM}`;
export const IS_FILLED_PANEL_TYPE = `
  INSERT INTO portal_search.filled_panel_types (type, form) VALUES (?, ${FORM})
    ON CONFLICT (type) DO UPDATE SET form = EXCLUDED.form`;

/** Types of plugins that are no longer installed. */
export const DROP_OTHER_PANEL_TYPES = `
  WITH dropped AS (DELETE FROM portal_search.filled_panel_types WHERE type <> ALL(?::text[]))
  DELETE FROM portal_search.panel_entries WHERE type <> ALL(?::text[])`;
