import type { PanelSource } from './panel-sources';

/** Rows whose texts are read, as a condition on `row`. */
export const isListed = ({ isDraftsOnly }: PanelSource, row: string): string =>
  isDraftsOnly ? `${row}.published_at IS NULL` : 'true';

/** A source in the name of a function or trigger. */
const nameOf = ({ type }: PanelSource): string => `panel_${type.replaceAll('-', '_')}`;

/** The function that reads rows of a source in. */
export const indexFunction = (source: PanelSource): string => `portal_search.index_${nameOf(source)}`;

/** What the row `here` is found by. */
export const panelTerms = ({ type, names, texts = [] }: PanelSource): string => {
  const joined = (parts: readonly string[]): string => `concat_ws(' . ', ${parts.join(', ')})`;
  return `portal_search.panel_terms('${type}', ${joined(names)}, ${texts.length > 0 ? joined(texts) : `''`})`;
};

/** Rows that change are locked first: of two changes that reach one row, the later reads what the earlier has left. */
function indexRows(source: PanelSource): string {
  const { type, table } = source;
  return `CREATE OR REPLACE FUNCTION ${indexFunction(source)}(ids integer[]) RETURNS void LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM FROM ${table} here WHERE here.id = ANY(ids) ORDER BY here.id FOR NO KEY UPDATE;
     DELETE FROM portal_search.panel_entries known
      WHERE known.type = '${type}' AND known.row_id = ANY(ids)
        AND NOT EXISTS (SELECT FROM ${table} here WHERE here.id = known.row_id AND ${isListed(source, 'here')});
     INSERT INTO portal_search.panel_entries AS known (type, row_id, terms)
       SELECT '${type}', here.id, ${panelTerms(source)} FROM ${table} here WHERE here.id = ANY(ids) AND ${isListed(source, 'here')}
       ON CONFLICT (type, row_id) DO UPDATE SET terms = EXCLUDED.terms WHERE known.terms <> EXCLUDED.terms;
   END $$`;
}

const indexChanged = (source: PanelSource): string => `
   CREATE OR REPLACE FUNCTION portal_search.index_changed_${nameOf(source)}() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM ${indexFunction(source)}(ARRAY[CASE TG_OP WHEN 'DELETE' THEN OLD.id ELSE NEW.id END]);
     RETURN NULL;
   END $$`;

type Part = NonNullable<PanelSource['parts']>[number];

const indexAffected = (source: PanelSource, { table, affects }: Part): string => `
   CREATE OR REPLACE FUNCTION portal_search.index_${nameOf(source)}_of_${table}() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP <> 'INSERT' THEN
       PERFORM ${indexFunction(source)}(ARRAY(SELECT here.id FROM ${source.table} here WHERE ${affects('OLD')}));
     END IF;
     IF TG_OP <> 'DELETE' THEN
       PERFORM ${indexFunction(source)}(ARRAY(SELECT here.id FROM ${source.table} here WHERE ${affects('NEW')}));
     END IF;
     RETURN NULL;
   END $$`;

const trigger = (name: string, table: string, event: string, condition: string, procedure: string): string => `
   CREATE OR REPLACE TRIGGER ${name} AFTER ${event} ON ${table}
     FOR EACH ROW WHEN (${condition}) EXECUTE FUNCTION portal_search.${procedure}()`;

const differs = (columns: readonly string[]): string => {
  const values = (row: string): string => columns.map((column) => `${row}.${column}`).join(', ');
  return `(${values('OLD')}) IS DISTINCT FROM (${values('NEW')})`;
};

function triggersOf(source: PanelSource): string[] {
  const { table, watched, parts = [], isDraftsOnly } = source;
  const name = nameOf(source);
  const changed = `index_changed_${name}`;
  const columns = isDraftsOnly ? [...watched, 'published_at'] : watched;
  return [
    trigger(`search_new_${name}`, table, 'INSERT', isListed(source, 'NEW'), changed),
    trigger(
      `search_changed_${name}`,
      table,
      'UPDATE',
      `(${isListed(source, 'OLD')} OR ${isListed(source, 'NEW')}) AND ${differs(columns)}`,
      changed,
    ),
    trigger(`search_deleted_${name}`, table, 'DELETE', isListed(source, 'OLD'), changed),
    ...parts.map((part) =>
      trigger(
        `search_${name}_of`,
        part.table,
        part.watched ? 'UPDATE' : 'INSERT OR UPDATE OR DELETE',
        part.watched ? differs(part.watched) : 'true',
        `index_${name}_of_${part.table}`,
      ),
    ),
  ];
}

/**
 * `portal_search.panel_entries`, kept by triggers on the tables of the installed types at the moment of a change: a person
 * who has saved finds what was saved. Publishing writes nothing here, since the draft stays as it is.
 */
export const panelEntries = (all: readonly PanelSource[]) => ({
  functions: [
    // The marks are those of portal_search.document_terms: `=` of names, `~` of their words, which can be unfinished.
    `CREATE OR REPLACE FUNCTION portal_search.panel_terms(type text, names text, texts text) RETURNS tsvector
   LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT array_to_tsvector(ARRAY[':' || type]) || in_names || portal_search.marked_terms('=', in_names)
            || array_to_tsvector(ARRAY(SELECT '~' || term FROM unnest(tsvector_to_array(in_names)) AS term WHERE term !~ ' '))
            || portal_search.flat_terms(left(texts, 50000))
       FROM portal_search.flat_terms(left(names, 2000)) AS in_names $$`,

    ...all.flatMap((source) => [
      indexRows(source),
      indexChanged(source),
      ...(source.parts ?? []).map((part) => indexAffected(source, part)),
    ]),
  ],

  triggers: all.flatMap(triggersOf),
});
