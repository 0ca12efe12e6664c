import { FEED_ENTRIES } from '../../../../../contract';
import { attachments, bodyFiles, type AttachmentModel } from './article-files';
import { articleOf, cardColumns, cardJoins, type CardModel } from './card';
import { feedSource, type FeedKind } from './feed-source';
import { firstByRule } from './article-listing';
import type { FileModel } from './image';
import { instantText } from '../../../../../postgres/instant-text';
import { secondsToNextChange, type Timed } from './next-change';
import { lastRemoved, removedSince, type TombstoneModel } from './tombstones';

/** Code points of a body's beginning, of which an entry without a summary is described. */
const EXCERPTED = 1_000;

export type EntryModel = CardModel & {
  html: string | null;
  /** The beginning of the body. */
  text: string | null;
  corrections: { on: string; note: string }[] | null;
  /** When it was public again after it had been removed; null if it never was. */
  returnedOn: string | null;
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
      removed: TombstoneModel[];
      /** The latest instant that the feed has shown of entries that have left it. */
      lastRemovedOn: string | null;
    } & Timed)
  | null;

/**
 * A feed: the newest visible articles of its categories, of its agencies, or of all, whole, and what was removed of
 * them.
 *
 * @param slug of the collection, category or agency
 */
export function feed(locale: string, kind: FeedKind, slug: string, includePredecessors: boolean) {
  const text = `
    WITH clock AS (SELECT newsroom.clock() AS now),
    feed AS (${feedSource(kind, includePredecessors)}),
    page AS (
      SELECT a.id FROM clock CROSS JOIN feed CROSS JOIN LATERAL (
        ${firstByRule('feed', { locale: 'feed.locale', now: 'clock.now', limit: FEED_ENTRIES })}
      ) a
      ORDER BY a.published_on DESC, a.document_id DESC
      LIMIT ${FEED_ENTRIES}
    ),
    removed AS (${removedSince('feed')})
    SELECT json_build_object(
      'id', feed.document_id, 'slug', feed.slug, 'locale', feed.locale, 'name', feed.name,
      'description', feed.description, 'createdOn', ${instantText('feed.created_at')},
      'entries', coalesce((
        SELECT json_agg(json_build_object(${cardColumns}, 'html', a.body_html, 'text', left(a.body_text, ${EXCERPTED}),
            'corrections', a.corrections, 'returnedOn', ${instantText('returned.returned_on')}, 'author', a.author,
            'agency', (SELECT directory.agency_name(owner, newsroom.portal_day(a.published_on), a.locale)
              FROM agencies owner WHERE owner.id = a.agency_ref),
            'files', ${bodyFiles}, 'attachments', ${attachments})
          ORDER BY a.published_on DESC, a.document_id DESC)
          FROM page CROSS JOIN ${articleOf('page')} ${cardJoins}
          LEFT JOIN newsroom.returns returned ON returned.document_id = a.document_id AND returned.locale = a.locale), '[]'),
      'lastRemovedOn', ${instantText(lastRemoved('feed'))},
      'removed', coalesce((
        SELECT json_agg(json_build_object('id', document_id, 'on', ${instantText('retracted_on')})
          ORDER BY retracted_on DESC, document_id) FROM removed), '[]'),
      ${secondsToNextChange}
    ) AS model
    FROM feed`;
  return { text, values: [locale, slug] };
}
