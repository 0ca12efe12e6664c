import type { SearchedType } from '../../../../../contract';
import type { Source } from '../schema/source';

export type SuggestModel = {
  found: { type: SearchedType; text: string; slug: string }[];
  secondsToNextChange: number;
};

/** Suggestions of an answer. */
const MOST = 8;
/** Those of each kind that these are chosen from. */
const MOST_LOOKED_AT = 50;

const columnOf = (all: readonly Source[], sql: (source: Source) => string): string =>
  `CASE found.type ${all
    .map(
      (source) =>
        `WHEN '${source.type}' THEN (SELECT ${sql(source)} FROM ${source.table} here WHERE here.id = found.source_id)`,
    )
    .join('\n')} END`;

/** What goes on like what was typed: names and numbers that begin so before titles that have it, the newest first. */
export function suggest(locale: string, typed: string, sources: readonly Source[]) {
  const text = `
    WITH clock AS (SELECT newsroom.clock() AS now),
    looked_at AS (
      SELECT one.document AS id, bool_or(one.is_beginning) AS is_beginning
        FROM clock CROSS JOIN LATERAL portal_search.suggestions($2, $1, clock.now, ${MOST_LOOKED_AT}, ${MOST}) AS one
       GROUP BY one.document),
    found AS MATERIALIZED (
      SELECT known.type, known.source_id, looked_at.is_beginning,
             row_number() OVER (ORDER BY known.type IN ('article', 'directive') AND NOT looked_at.is_beginning, known.type = 'article',
               looked_at.is_beginning DESC, known.day DESC NULLS FIRST, known.flat_names, known.document_id) AS place
        FROM looked_at JOIN portal_search.documents known USING (id)
       ORDER BY place
       LIMIT ${MOST})
    SELECT json_build_object(
      'found', coalesce((
        SELECT json_agg(json_build_object('type', found.type, 'text', ${columnOf(sources, ({ label }) => label)},
                 'slug', ${columnOf(sources, () => 'here.slug')}) ORDER BY found.place) FROM found), '[]'),
      'secondsToNextChange', (
        SELECT extract(epoch FROM next - now) FROM clock CROSS JOIN newsroom.next_changes(now) AS change (next))) AS model`;
  return { text, values: [locale, typed] };
}
