import { DEFAULT_LOCALE } from '../../../../../vietnamese';
import { localName, localText } from './card';

/** What a feed is made of: a collection of latest news, a category with its subtree, or an agency. */
export type FeedKind = 'collection' | 'category' | 'agency';

/**
 * The row source of one feed: its title, and the categories and agencies whose articles it contains (null: any).
 * `$2` is the slug, `$1` the first choice of language; a collection's slug may be that of another language alone.
 */
export function feedSource(kind: FeedKind, includePredecessors: boolean): string {
  if (kind === 'collection') return COLLECTION;
  return kind === 'category' ? CATEGORY : agency(includePredecessors ? 'with_predecessors' : 'agency_id');
}

/** Of a row of latest_news_lists: the categories and agencies whose articles it contains (null: any), as columns. */
export const ruleOf = (list: string): string => `
  CASE WHEN ${list}.category_ref IS NOT NULL THEN ARRAY(
    SELECT newsroom.category_subtree((SELECT slug FROM categories WHERE id = ${list}.category_ref))) END AS categories,
  CASE WHEN ${list}.agency_ref IS NOT NULL THEN ARRAY[${list}.agency_ref] END AS agencies`;

/** In another language than the portal's own, of the articles of that language, also where the list has no name in it. */
const COLLECTION = `
  SELECT list.document_id, CASE WHEN $1 = '${DEFAULT_LOCALE}' THEN list.locale ELSE $1 END AS locale, list.slug, list.name, NULL AS description, list.created_at,
         list.rule_changed_on, ${ruleOf('list')}
    FROM latest_news_lists list
   WHERE list.slug = $2
   ORDER BY (list.locale = $1) DESC, list.locale
   LIMIT 1`;

const CATEGORY = `
  SELECT category.document_id, $1 AS locale, category.slug, ${localName('category', '$1')} AS name,
         ${localText('category', 'description', '$1')} AS description, category.created_at,
         NULL::timestamp AS rule_changed_on, ARRAY(SELECT newsroom.category_subtree($2)) AS categories, NULL::integer[] AS agencies
    FROM categories category
   WHERE category.slug = $2`;

const agency = (owners: string): string => `
  SELECT agency.document_id, $1 AS locale, agency.slug,
         directory.agency_name(agency, newsroom.portal_day(newsroom.clock()), $1) AS name,
         NULL AS description, agency.created_at, NULL::timestamp AS rule_changed_on,
         NULL::integer[] AS categories, ARRAY(SELECT directory.${owners}($2)) AS agencies
    FROM agencies agency
   WHERE agency.slug = $2`;
