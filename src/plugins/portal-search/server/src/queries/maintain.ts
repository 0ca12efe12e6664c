import { freshRows, FORM, IS_REBUILDING, statesOf } from '../schema/documents';
import type { Source } from '../schema/source';

/** Where a batch ends, in the order of document ids and languages; empty before the first. */
export type BatchEnd = { document_id: string; locale: string };

export const BEFORE_ALL: BatchEnd = { document_id: '', locale: '' };

/** The keys after another one, in order. By the unique indexes of published rows, or of document ids. */
const keysAfter = ({ table, isPublished, isLocalised }: Source): string => `
  SELECT here.document_id, ${isLocalised ? 'here.locale' : `'*'`} AS locale FROM ${table} here
   WHERE ${isPublished} AND (here.document_id, ${isLocalised ? 'here.locale' : `'*'`}) > (?, ?)
   ORDER BY 1, 2 LIMIT ?`;

const knownAfter = ({ type }: Source): string => `
  SELECT DISTINCT known.document_id, known.locale FROM portal_search.documents known
   WHERE known.type = '${type}' AND (known.document_id, known.locale) > (?, ?)
   ORDER BY 1, 2 LIMIT ?`;

/** Reads the next documents of a source in; `count` of them were read, the last of which is the end. */
const refreshNext = (source: Source, keys: string): string => `
  WITH batch AS MATERIALIZED (${keys}),
  refreshed AS MATERIALIZED (
    SELECT one.*, portal_search.refresh_${source.type}(one.document_id, one.locale) FROM batch one)
  SELECT count(*)::integer AS count, (array_agg(document_id ORDER BY document_id DESC, locale DESC))[1] AS document_id,
         (array_agg(locale ORDER BY document_id DESC, locale DESC))[1] AS locale
    FROM refreshed`;

export const refreshNextPublished = (source: Source): string => refreshNext(source, keysAfter(source));
export const refreshNextKnown = (source: Source): string => refreshNext(source, knownAfter(source));

/** How the next documents of a source differ from what is known of them: those that are missing, and those that are stale. */
export const compareNext = (source: Source): string => `
  WITH batch AS MATERIALIZED (${keysAfter(source)}),
  compared AS (
    SELECT batch.document_id, batch.locale,
           CASE WHEN known.id IS NULL THEN 'missing'
                WHEN (known.source_id, known.slice, known.public_from, known.public_until, known.day, known.closed_on,
                      known.checksum, known.names, known.terms)
                  IS DISTINCT FROM
                     (fresh.source_id, fresh.slice, fresh.public_from, fresh.public_until, fresh.day, fresh.closed_on,
                      portal_search.document_checksum(fresh.names, fresh.summary, fresh.body, fresh.properties),
                      portal_search.names_key(fresh.names),
                      portal_search.document_terms(fresh.names, fresh.summary, fresh.body, fresh.properties, fresh.is_named))
                THEN 'stale' END AS problem
      FROM batch
     CROSS JOIN LATERAL (${freshRows(source, 'here.document_id = batch.document_id')}) AS fresh
      LEFT JOIN portal_search.documents known
        ON known.type = '${source.type}' AND known.document_id = batch.document_id AND known.locale = batch.locale
       AND known.since = fresh.since
     WHERE fresh.locale = batch.locale)
  SELECT (SELECT count(*)::integer FROM batch) AS count,
         (SELECT document_id FROM batch ORDER BY document_id DESC, locale DESC LIMIT 1) AS document_id,
         (SELECT locale FROM batch ORDER BY document_id DESC, locale DESC LIMIT 1) AS locale,
         ARRAY(SELECT DISTINCT problem || ' ' || document_id || ' ' || locale FROM compared WHERE problem IS NOT NULL ORDER BY 1) AS problems`;

/** What is known and no longer published, or no state of what is. */
export const surplus = (source: Source): string => `
  SELECT DISTINCT known.document_id, known.locale FROM portal_search.documents known
   WHERE known.type = '${source.type}' AND NOT EXISTS (
     SELECT FROM ${statesOf(
       source,
       `here.document_id = known.document_id
        AND known.locale = ${source.isLocalised ? 'here.locale' : `'*'`} AND state.since = known.since`,
     )})
   ORDER BY 1, 2`;

/** For the transaction. */
export const REBUILDING = `SELECT set_config('${IS_REBUILDING}', 'on', true)`;

/** The types that have been read in, in the present form. */
export const FILLED = `SELECT type FROM portal_search.filled_types WHERE form = ${FORM}`;
export const IS_FILLED = `
  INSERT INTO portal_search.filled_types (type, form) VALUES (?, ${FORM})
    ON CONFLICT (type) DO UPDATE SET form = EXCLUDED.form`;

/** Types of plugins that are no longer installed. */
export const DROP_OTHERS = `
  WITH dropped AS (DELETE FROM portal_search.filled_types WHERE type <> ALL(?::text[]))
  DELETE FROM portal_search.documents WHERE type <> ALL(?::text[])`;
