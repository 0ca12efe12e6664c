import type { DirectiveFilters } from '../../../../../contract';
import { namedAgency } from './agency-reference';
import { directiveColumns, type DirectiveModel } from './directive-columns';

/** The day of issue and the document id of a page's last directive. */
export type DirectivePosition = [issuedOn: string, id: string];

export type DirectivesModel = {
  directives: (DirectiveModel & { position: DirectivePosition })[];
  filters: { agency?: string | null };
  /** The document id of the same, which signs the cursor. */
  filtersById: object;
  secondsToNextChange: number;
};

/**
 * At least what a page needs, and one more. A literal, since the planner assumes a tenth of all rows for a parameter
 * limit, and sorts the whole table instead of scanning an index.
 */
const MAX_ROWS = 51;

/** A SELECT of the row ids that a search finds, in the language `$1`; `bind` gives a placeholder. */
type FoundDirectives = (bind: (value: unknown) => string) => string;

/** The filters that name something, by document ids. */
export function filtersById(locale: string, { agency }: DirectiveFilters) {
  const text = `WITH ${namedAgency('$2')} SELECT json_build_object('agency', document_id) AS model FROM named`;
  return { text, values: [locale, agency] };
}

/**
 * Directives that are published, the newest issue first, ties by document id: one more than `limit`, to detect a next
 * page. Scans directives_newest, directives_of_type, directives_of_agency, directives_of_agency_and_type or directives_number.
 */
export function directives(
  locale: string,
  filters: DirectiveFilters,
  after: DirectivePosition | null,
  limit: number,
  found: FoundDirectives | null = null,
) {
  const values: unknown[] = [locale, limit + 1];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const { type, agency, number, from, to } = filters;
  const named = agency === undefined ? '' : `${namedAgency(bind(agency))},`;
  // The order that the indexes of filters have, and the index of all directives has not.
  const day = type === undefined && agency === undefined ? 'd.issued_on' : '(d.issued_on + 0)';
  const conditions = [
    'd.locale = $1 AND d.published_at IS NOT NULL',
    ...(type === undefined ? [] : [`d.type = ${bind(type)}`]),
    ...(agency === undefined ? [] : ['d.agency_ref = (SELECT id FROM named)']),
    ...(from === undefined ? [] : [`${day} >= ${bind(from)}::date`]),
    ...(to === undefined ? [] : [`${day} <= ${bind(to)}::date`]),
    ...(after === null ? [] : [`(${day}, d.document_id) < (${bind(after[0])}::date, ${bind(after[1])}::text)`]),
  ];
  // By the number first: an index of the order would be walked to its end for the few that have it.
  const numbered =
    number === undefined
      ? ''
      : `numbered AS MATERIALIZED (
      SELECT * FROM directives
       WHERE public_record.number_key(number) = public_record.number_key(${bind(number)}::text)
         AND locale = $1 AND published_at IS NOT NULL),`;
  // As few, and found by what portal-search knows of them.
  const searched =
    found === null ? '' : `searched AS MATERIALIZED (SELECT DISTINCT one.id FROM (${found(bind)}) AS one (id)),`;
  if (searched) conditions.push('d.id IN (SELECT id FROM searched)');
  const text = `
    WITH ${named} ${numbered} ${searched}
    page AS (
      SELECT * FROM (
        SELECT d.id FROM ${numbered ? 'numbered' : 'directives'} d
         WHERE ${conditions.join('\n           AND ')}
         ORDER BY ${day} DESC, d.document_id DESC
         LIMIT ${MAX_ROWS}) first
       LIMIT $2::integer)
    SELECT json_build_object(
      'directives', coalesce((
        SELECT json_agg(json_build_object(${directiveColumns},
                 'position', json_build_array(d.issued_on, d.document_id))
               ORDER BY d.issued_on DESC, d.document_id DESC)
          FROM page JOIN LATERAL (SELECT * FROM directives WHERE directives.id = page.id LIMIT 1) d ON true), '[]'),
      'filters', ${named ? `(SELECT json_build_object('agency', slug) FROM named)` : `'{}'::json`},
      'filtersById', ${named ? `(SELECT json_build_object('agency', document_id) FROM named)` : `'{}'::json`},
      'secondsToNextChange', public_record.seconds_to_midnight()) AS model`;
  const given = [type, agency, number, from, to, found ?? undefined].filter((value) => value !== undefined);
  return { text, values, hasManyForms: given.length > 2 };
}
