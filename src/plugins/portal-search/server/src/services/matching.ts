import { parseQuery } from '../requests/parse-query';
import { MOST_CANDIDATES } from '../schema/candidates';

/** What a query finds, for statements of other plugins: `strapi.plugin('portal-search').service('matching')`. */
export default () => ({
  /**
   * A SELECT of the row ids of the published documents of a type that a query finds, the newest 5,000 where there are more, in the
   * language `$1` of the statement.
   *
   * @param q as it was typed, of a bounded length
   */
  rows:
    (type: string, q: string) =>
    (bind: (value: unknown) => string): string => {
      const { main, quoted, excluded } = parseQuery(q);
      return `
      SELECT known.source_id
        FROM portal_search.candidates(${bind(main)}::text, ${bind(quoted)}::text[], ${bind(excluded)}::text[],
               quote_literal(':' || $1) || ' & '':${type}''', newsroom.clock(), NULL, NULL, ${MOST_CANDIDATES}) AS one
        JOIN portal_search.documents known ON known.id = one.document`;
    },
});
