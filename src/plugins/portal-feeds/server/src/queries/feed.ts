import { attachments, bodyFiles, type AttachmentModel } from './article-files';
import { cardColumns, cardJoins, localName, visible, type CardModel } from './card';
import { feedSource, type FeedKind } from './feed-source';
import type { FileModel } from './image';
import { instantText } from './instant';
import { secondsToNextChange, type Timed } from './next-change';
import { removedSince, type RemovedModel } from './removed';

const ENTRIES = 50;

export type EntryModel = CardModel & {
  html: string | null;
  author: string | null;
  agency: string | null;
  files: Record<string, FileModel>;
  attachments: AttachmentModel[];
};

/** Null when there is no such collection, category or agency. */
export type FeedModel =
  | ({
      id: string;
      slug: string;
      locale: string;
      name: string;
      description: string | null;
      createdOn: string;
      entries: EntryModel[];
      removed: RemovedModel[];
    } & Timed)
  | null;

/**
 * The newest of one arm. `of`, the column that the arm goes by, is given as a range of one value and stands first in the
 * order: so the planner has no choice but the index on it. Given an equality, it walks all articles by time whenever
 * it takes the value for a frequent one, and to the end for one that has few.
 */
const newestOf = (of: string | null, rows: string, condition = 'true'): string => `
  (SELECT a.* FROM ${rows} CROSS JOIN LATERAL (
    SELECT a.id, a.published_on, a.document_id FROM articles a
     WHERE ${of ? `${of} BETWEEN member.id AND member.id` : 'true'} AND ${condition}
       AND a.locale = feed.locale AND ${visible('clock.now')}
     ORDER BY ${of ? `${of}, ` : ''}a.published_on DESC, a.document_id DESC
     LIMIT ${ENTRIES}) a)`;

const IS_OF_AGENCIES = '(feed.agencies IS NULL OR a.agency_ref = ANY(feed.agencies))';

/**
 * A feed: the newest visible articles of its categories, of its agencies, or of all, whole, and what was removed of
 * them. Each arm walks its own index (articles_newest_of_category, articles_newest_of_agency, articles_newest); an arm
 * that the feed does not mean has no rows.
 *
 * @param slug of the collection, category or agency
 */
export function feed(locale: string, kind: FeedKind, slug: string, includePredecessors: boolean) {
  const text = `
    WITH clock AS (SELECT newsroom.clock() AS now),
    feed AS (${feedSource(kind, includePredecessors)}),
    page AS (
      SELECT a.id FROM clock CROSS JOIN feed CROSS JOIN LATERAL (
        ${newestOf('a.category_ref', 'unnest(feed.categories) AS member (id)', IS_OF_AGENCIES)}
        UNION ALL
        ${newestOf('a.agency_ref', '(SELECT unnest(feed.agencies) WHERE feed.categories IS NULL) AS member (id)')}
        UNION ALL
        ${newestOf(null, '(SELECT WHERE feed.categories IS NULL AND feed.agencies IS NULL) everything')}
      ) a
      ORDER BY a.published_on DESC, a.document_id DESC
      LIMIT ${ENTRIES}
    ),
    removed AS (${removedSince('feed')})
    SELECT json_build_object(
      'id', feed.document_id, 'slug', feed.slug, 'locale', feed.locale, 'name', feed.name,
      'description', feed.description, 'createdOn', ${instantText('feed.created_at')},
      'entries', coalesce((
        SELECT json_agg(json_build_object(${cardColumns}, 'html', a.body_html, 'author', a.author,
            'agency', (SELECT ${localName('owner', 'a.locale')} FROM agencies owner WHERE owner.id = a.agency_ref),
            'files', ${bodyFiles}, 'attachments', ${attachments})
          ORDER BY a.published_on DESC, a.document_id DESC)
          FROM page JOIN articles a ON a.id = page.id ${cardJoins}), '[]'),
      'removed', coalesce((
        SELECT json_agg(json_build_object('id', document_id, 'on', ${instantText('retracted_on')})
          ORDER BY retracted_on DESC, document_id) FROM removed), '[]'),
      ${secondsToNextChange}
    ) AS model
    FROM feed`;
  return { text, values: [locale, slug] };
}
