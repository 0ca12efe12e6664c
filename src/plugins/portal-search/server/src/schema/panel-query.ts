/** Letters of a word that may be unfinished: fewer would be the beginning of too many. */
const SHORTEST_BEGINNING = 2;

/**
 * A query of the panel as a text of `tsquery` for `portal_search.panel_entries`, and for the rows of a type in
 * `portal_search.documents`; null without a word. A row is found by the words of its names in any order, the last of which
 * may be unfinished, or by its text, which has them as a phrase: a list in its own order shows nothing that has
 * them here and there. A picker finds by names alone.
 */
export const panelQuery = {
  functions: [
    `CREATE OR REPLACE FUNCTION portal_search.panel_query(
     type text, main text, quoted text[], excluded text[], is_picker boolean
   ) RETURNS text LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
   DECLARE
     segments jsonb := portal_search.query_segments(main);
     last_word text := segments -> -1 ->> 0;
     mark text := CASE WHEN is_picker THEN '=' ELSE '' END;
     every text := quote_literal(':' || type);
     part text;
   BEGIN
     FOREACH part IN ARRAY quoted LOOP
       every := every || coalesce(' & ' || portal_search.phrase_query(portal_search.query_segments(part), mark), '');
     END LOOP;
     FOREACH part IN ARRAY excluded LOOP
       every := every || coalesce(' & !(' || portal_search.phrase_query(portal_search.query_segments(part), mark) || ')', '');
     END LOOP;
     RETURN CASE WHEN last_word <> '' THEN every || ' & (' || concat_ws(' | ',
       portal_search.words_query(segments, '='),
       CASE WHEN last_word !~ ' ' AND length(last_word) >= ${SHORTEST_BEGINNING} THEN
         concat_ws(' & ', portal_search.words_query(segments - -1, '='), quote_literal('~' || last_word) || ':*') END,
       CASE WHEN NOT is_picker THEN portal_search.phrase_query(segments, '') END) || ')' END;
   END $$`,

    // The planner takes terms to lie inside their rows, and would read those of all rows for a frequent word.
    `CREATE OR REPLACE FUNCTION portal_search.panel_rows(asked tsquery) RETURNS SETOF integer
   LANGUAGE sql STABLE ROWS 100 SET enable_seqscan = off AS $$
     SELECT known.row_id FROM portal_search.panel_entries known WHERE known.terms @@ asked $$`,

    `CREATE OR REPLACE FUNCTION portal_search.published_rows(asked tsquery) RETURNS SETOF integer
   LANGUAGE sql STABLE ROWS 100 SET enable_seqscan = off AS $$
     SELECT known.source_id FROM portal_search.documents known WHERE known.terms @@ asked $$`,
  ],
};
