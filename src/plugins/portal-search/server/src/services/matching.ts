import { readKeystrokes } from '../../../../../vietnamese';
import { parseQuery } from '../requests/parse-query';
import { MOST_CANDIDATES } from '../schema/candidates';
import { MOST_SIMILAR } from '../schema/inexact';

/** What a query finds, for statements of other plugins: `strapi.plugin('portal-search').service('matching')`. */
export default () => ({
  /**
   * A SELECT of the row ids of the published documents of a type that a query finds, in the language `$1` of the statement: those
   * that have all words, the newest 5,000 where there are more. Where none has, as `/search` does: what the keys of an input method
   * mean, then those with most of the words, then, of the newest, titles that are spelt alike.
   *
   * @param q as it was typed, of a bounded length
   */
  rows:
    (type: string, q: string) =>
    (bind: (value: unknown) => string): string => {
      const condition = `quote_literal(':' || $1) || ' & '':${type}'''`;
      const exact = (typed: string): string => {
        const { main, quoted, excluded } = parseQuery(typed);
        return `
          SELECT one.document
            FROM portal_search.candidates(${bind(main)}::text, ${bind(quoted)}::text[], ${bind(excluded)}::text[],
                   ${condition}, newsroom.clock(), NULL, NULL, ${MOST_CANDIDATES}) AS one`;
      };
      const read = readKeystrokes(q);
      const { main, quoted, excluded } = parseQuery(read);
      const isStrict = quoted.length > 0 || excluded.length > 0;
      return firstThatFinds([
        exact(q),
        ...(read === q ? [] : [exact(read)]),
        ...(isStrict ? [] : inexact(type, condition, bind(main))),
      ]);
    },
});

const inexact = (type: string, condition: string, words: string): string[] => [
  `SELECT one.document FROM portal_search.partial(${words}::text, ${condition}, newsroom.clock(), NULL, NULL) AS one`,
  `SELECT one.document
     FROM portal_search.alike(${words}::text, $1, newsroom.clock(), '{}', ${MOST_CANDIDATES}) AS one
     JOIN portal_search.documents known ON known.id = one.document AND known.type = '${type}'
    ORDER BY one.points DESC, known.document_id LIMIT ${MOST_SIMILAR}`,
];

/** The rows of the first of some SELECTs of documents that has any. */
function firstThatFinds(selects: readonly string[]): string {
  const before = (place: number): string =>
    selects
      .slice(0, place)
      .map((_, at) => `NOT EXISTS (SELECT FROM found_${at})`)
      .join(' AND ') || 'true';
  const parts = selects.map(
    (select, place) =>
      `found_${place} AS MATERIALIZED (SELECT one.document FROM (${select}) AS one WHERE ${before(place)})`,
  );
  const all = selects.map((_, place) => `SELECT document FROM found_${place}`).join(' UNION ALL ');
  return `
      WITH ${parts.join(',\n')}
      SELECT known.source_id FROM (${all}) AS one JOIN portal_search.documents known ON known.id = one.document`;
}
