import type { Source, SourcePart } from './source';
import { TYPE_NUMBERS } from './sources';

/** The form of what a document's row holds. A change of it reads all documents in again at the next start. */
export const FORM = 4;

/** The number of the first type whose documents are few and have names, which begin in any of their words. */
export const FIRST_NAMED = 3;

/** Weeks that a type may have. */
const SLICES = 10_000;

/** The first slice of the types whose documents are few. */
export const FIRST_NAMED_SLICE = FIRST_NAMED * SLICES;

/** A setting of a transaction: documents are read in though they seem to be known. */
export const IS_REBUILDING = 'portal_search.is_rebuilding';

/** A row for all languages. */
export const ANY_LOCALE = '*';

const languageOf = (source: Source, row: string): string => (source.isLocalised ? `${row}.locale` : `'${ANY_LOCALE}'`);

const ONE_STATE = `SELECT date '-infinity' AS since`;

/** The published documents of a source in each of their states: tables with a condition. */
export const statesOf = ({ table, isPublished, states = ONE_STATE }: Source, condition: string): string =>
  `${table} here CROSS JOIN LATERAL (${states}) AS state WHERE ${isPublished} AND ${condition}`;

/** What a row of `portal_search.documents` is made of, of each state of each published document of a source, as a SELECT. */
export function freshRows(source: Source, condition = 'true'): string {
  const number = TYPE_NUMBERS[source.type]!;
  const columns = Object.entries(source.columns).map(([name, sql]) => `${sql} AS ${name}`);
  return `
     SELECT read.document_id, read.locale, read.since, read.source_id, read.public_from, coalesce(read.public_until, 'infinity') AS public_until,
            read.day, read.closed_on, placed.slice, array_remove(read.names, NULL)::text[] AS names, read.summary::text,
            read.body::text, labelled.properties, ${number >= FIRST_NAMED} AS is_named
       FROM (
         SELECT here.document_id, ${languageOf(source, 'here')} AS locale, state.since, here.id AS source_id,
                ${columns.join(', ')}
           FROM ${statesOf(source, condition)}) AS read
      CROSS JOIN LATERAL (SELECT portal_search.slice(${number}, read.day) AS slice) AS placed
      CROSS JOIN LATERAL (
        SELECT array_remove(ARRAY[':' || read.locale, ':${source.type}', ':slice ' || placed.slice,
          ':category ' || read.category, ':agency ' || read.agency], NULL) AS properties) AS labelled`;
}

/**
 * Reads one document in, of which a published row is locked first: two changes of one document take turns, and each reads what the
 * other has left.
 */
function refresh(source: Source): string {
  const { type, table, isPublished } = source;
  const isAsked = `here.document_id = document AND ${languageOf(source, 'here')} = language`;
  return `CREATE OR REPLACE FUNCTION portal_search.refresh_${type}(document text, language text) RETURNS void
   LANGUAGE plpgsql AS $$
   DECLARE
     fresh record;
     states date[] := '{}';
   BEGIN
     PERFORM FROM ${table} here WHERE ${isPublished} AND ${isAsked} FOR NO KEY UPDATE;
     FOR fresh IN ${freshRows(source, isAsked)} LOOP
       PERFORM portal_search.store_document('${type}', fresh.document_id, fresh.locale, fresh.since, fresh.source_id, fresh.slice,
         fresh.public_from, fresh.public_until, fresh.day, fresh.closed_on, fresh.names, fresh.summary, fresh.body,
         fresh.properties, fresh.is_named);
       states := states || fresh.since;
     END LOOP;
     DELETE FROM portal_search.documents known
      WHERE known.type = '${type}' AND known.document_id = document AND known.locale = language
        AND known.since <> ALL(states);
   END $$`;
}

/** Of a trigger on the source's own table, for both keys of a row that changed. */
const refreshChanged = (source: Source): string => `
   CREATE OR REPLACE FUNCTION portal_search.refresh_changed_${source.type}() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP <> 'INSERT' THEN
       PERFORM portal_search.refresh_${source.type}(OLD.document_id, ${languageOf(source, 'OLD')});
     END IF;
     IF TG_OP = 'INSERT' OR TG_OP = 'UPDATE' AND
        (OLD.document_id, ${languageOf(source, 'OLD')}) IS DISTINCT FROM (NEW.document_id, ${languageOf(source, 'NEW')}) THEN
       PERFORM portal_search.refresh_${source.type}(NEW.document_id, ${languageOf(source, 'NEW')});
     END IF;
     RETURN NULL;
   END $$`;

/** Of a trigger on another table that the source is made of. */
const refreshAffected = (source: Source, { table, affects, locks }: SourcePart): string => {
  const refreshOf = (row: string): string => `
       ${(locks?.(row) ?? []).map((rows) => `PERFORM FROM ${rows} FOR SHARE;`).join('\n       ')}
       PERFORM portal_search.refresh_${source.type}(affected.document_id, ${languageOf(source, 'affected')})
          FROM (SELECT here.* FROM ${source.table} here WHERE ${affects(row)} ORDER BY here.id) AS affected;`;
  return `
   CREATE OR REPLACE FUNCTION portal_search.refresh_${source.type}_of_${table}() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP <> 'INSERT' THEN${refreshOf('OLD')}
     END IF;
     IF TG_OP <> 'DELETE' THEN${refreshOf('NEW')}
     END IF;
     RETURN NULL;
   END $$`;
};

/** At the end of the transaction: a publish deletes the published row, inserts another, and sets its relations afterwards. */
const deferred = (name: string, table: string, event: string, condition: string, procedure: string): string => `
   DROP TRIGGER IF EXISTS ${name} ON ${table};
   CREATE CONSTRAINT TRIGGER ${name} AFTER ${event} ON ${table} DEFERRABLE INITIALLY DEFERRED
     FOR EACH ROW WHEN (${condition}) EXECUTE FUNCTION portal_search.${procedure}()`;

function differs(columns: readonly string[]): string {
  const values = (row: string): string => columns.map((column) => `${row}.${column}`).join(', ');
  return `(${values('OLD')}) IS DISTINCT FROM (${values('NEW')})`;
}

function triggersOf(source: Source): string[] {
  const { type, table, isPublished, watched, parts } = source;
  const procedure = `refresh_changed_${type}`;
  const of = (row: string): string => isPublished.replace('here.', `${row}.`);
  const isChanged = `(${of('OLD')} OR ${of('NEW')}) AND ${differs(watched)}`;
  return [
    deferred(`search_new_${type}`, table, 'INSERT', of('NEW'), procedure),
    deferred(`search_changed_${type}`, table, 'UPDATE', isChanged, procedure),
    deferred(`search_deleted_${type}`, table, 'DELETE', of('OLD'), procedure),
    ...parts.map((part) =>
      deferred(
        `search_${type}_of`,
        part.table,
        part.watched ? 'UPDATE' : 'INSERT OR UPDATE OR DELETE',
        part.watched ? differs(part.watched) : 'true',
        `refresh_${type}_of_${part.table}`,
      ),
    ),
  ];
}

/**
 * `portal_search.documents`, kept by triggers on the tables of the installed types, whatever writes there. What a document's row holds
 * besides its terms is written alone where these are the same: the index of terms is then not touched.
 *
 * `in_language` is the condition that a document is in a language, as a text of `tsquery`, which has no term that must be there.
 */
export const documents = (all: readonly Source[]) => ({
  functions: [
    // Not in another one: in a language that nearly all are in, the index would look for each document once more.
    `CREATE OR REPLACE FUNCTION portal_search.in_language(language text) RETURNS text
   LANGUAGE sql STABLE PARALLEL SAFE AS $$
     WITH RECURSIVE known (locale) AS (
       SELECT min(here.locale) FROM portal_search.documents here
        UNION ALL
       SELECT (SELECT min(here.locale) FROM portal_search.documents here WHERE here.locale > known.locale)
         FROM known WHERE known.locale IS NOT NULL)
     SELECT coalesce(string_agg('!' || quote_literal(':' || locale), ' & '), '!'':none''')
       FROM known WHERE locale NOT IN (language, '${ANY_LOCALE}') $$`,

    // A title of any length fits, and many names; the row is never larger than a page.
    `CREATE OR REPLACE FUNCTION portal_search.names_key(names text[]) RETURNS text
   LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT left(coalesce('|' || string_agg(' ' || left(portal_search.word_key(left(name, 1000)), 200) || ' |', '' ORDER BY place), '|'), 820)
       FROM unnest(names[:16]) WITH ORDINALITY AS given (name, place) $$`,

    // By weeks, the first of which is before 1950.
    `CREATE OR REPLACE FUNCTION portal_search.slice(type_number integer, day date) RETURNS integer
   LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT type_number * ${SLICES} + CASE WHEN coalesce(day, '-infinity') = '-infinity' THEN 0 WHEN day = 'infinity' THEN ${SLICES - 1}
       ELSE greatest(0, least(${SLICES - 1}, (day - date '1950-01-02') / 7 + 1)) END $$`,

    `CREATE OR REPLACE FUNCTION portal_search.document_checksum(names text[], summary text, body text, properties text[])
   RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT md5(concat_ws(E'\\x01', ${FORM}, array_to_string(properties, E'\\x02'), array_to_string(names, E'\\x02'),
       coalesce(summary, ''), coalesce(body, ''))) $$`,

    // A rebuild writes what has the checksum as well.
    `CREATE OR REPLACE FUNCTION portal_search.store_document(
     new_type text, new_document text, new_locale text, new_since date, new_source integer, new_slice integer, new_from timestamp,
     new_until timestamp, new_day date, new_closed date, titles text[], summary text, body text, properties text[],
     is_named boolean
   ) RETURNS void LANGUAGE plpgsql AS $$
   DECLARE
     new_checksum text := portal_search.document_checksum(titles, summary, body, properties);
     key_of_names text;
   BEGIN
     UPDATE portal_search.documents known
        SET source_id = new_source, public_from = new_from, public_until = new_until, day = new_day, closed_on = new_closed
      WHERE known.type = new_type AND known.document_id = new_document AND known.locale = new_locale
        AND known.since = new_since AND known.checksum = new_checksum AND current_setting('${IS_REBUILDING}', true) IS DISTINCT FROM 'on';
     IF FOUND THEN
       RETURN;
     END IF;
     key_of_names := portal_search.names_key(titles);
     INSERT INTO portal_search.documents AS known (type, document_id, locale, since, source_id, slice, public_from,
         public_until, day, closed_on, names, flat_names, checksum, terms)
       VALUES (new_type, new_document, new_locale, new_since, new_source, new_slice, new_from, new_until, new_day, new_closed,
         key_of_names, portal_search.flat_key(key_of_names), new_checksum,
         portal_search.document_terms(titles, summary, body, properties, is_named))
       ON CONFLICT (type, document_id, locale, since) DO UPDATE
         SET source_id = EXCLUDED.source_id, slice = EXCLUDED.slice, public_from = EXCLUDED.public_from,
             public_until = EXCLUDED.public_until, day = EXCLUDED.day, closed_on = EXCLUDED.closed_on,
             names = EXCLUDED.names, flat_names = EXCLUDED.flat_names, checksum = EXCLUDED.checksum,
             terms = EXCLUDED.terms;
   END $$`,

    ...all.flatMap((source) => [
      refresh(source),
      refreshChanged(source),
      ...source.parts.map((part) => refreshAffected(source, part)),
    ]),
  ],

  triggers: all.flatMap(triggersOf),
});
