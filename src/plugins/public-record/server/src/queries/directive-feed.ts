import { FEED_ENTRIES, MAX_TOMBSTONES, TOMBSTONE_DAYS } from '../../../../../contract';
import { instantText } from '../../../../../postgres/instant-text';
import { files, type FileModel } from './directive-columns';

type EntryModel = {
  id: string;
  slug: string;
  number: string;
  abstract: string;
  agency: string;
  /** When it first was public here, and when it was public again after it had been removed. */
  publicFrom: string;
  returnedOn: string | null;
  files: FileModel[];
};

export type DirectiveFeedModel = {
  entries: EntryModel[];
  removed: { id: string; on: string }[];
  /** When the last of those that are not public any more was removed, however long ago. */
  lastRemovedOn: string | null;
  secondsToNextChange: number;
};

/** Addresses that were left, of directives that are at no other. By addresses_left. */
const removed = (condition: string): string => `
  SELECT gone.document_id, max(gone.left_on) AS left_on FROM public_record.addresses gone
   WHERE gone.of = 'directives' AND gone.locale = $1 AND gone.left_on IS NOT NULL AND ${condition}
     AND NOT EXISTS (
       SELECT FROM directives d
        WHERE d.document_id = gone.document_id AND d.locale = gone.locale AND d.published_at IS NOT NULL)
   GROUP BY gone.document_id`;

/** The newest issues, and what was removed in the last TOMBSTONE_DAYS of the portal's calendar. */
export function directiveFeed(locale: string) {
  const since = `(public_record.today() - ${TOMBSTONE_DAYS})::timestamp - interval '7 hours'`;
  const text = `
    WITH page AS (
      SELECT d.id FROM directives d
       WHERE d.locale = $1 AND d.published_at IS NOT NULL
       ORDER BY d.issued_on DESC, d.document_id DESC
       LIMIT ${FEED_ENTRIES})
    SELECT json_build_object(
      'entries', coalesce((
        SELECT json_agg(json_build_object('id', d.document_id, 'slug', d.slug, 'number', d.number, 'abstract', d.abstract,
                 'agency', (SELECT directory.agency_name(issuer, d.issued_on, $1) FROM agencies issuer WHERE issuer.id = d.agency_ref),
                 'publicFrom', ${instantText('known.public_from')}, 'returnedOn', ${instantText('known.returned_on')},
                 'files', ${files})
               ORDER BY d.issued_on DESC, d.document_id DESC)
          FROM page CROSS JOIN LATERAL (SELECT * FROM directives WHERE directives.id = page.id LIMIT 1) d
         CROSS JOIN LATERAL (
           SELECT min(public_from) AS public_from, max(returned_on) AS returned_on FROM public_record.addresses address
            WHERE address.of = 'directives' AND address.document_id = d.document_id AND address.locale = d.locale
         ) known), '[]'),
      'removed', coalesce((
        SELECT json_agg(json_build_object('id', document_id, 'on', ${instantText('left_on')}) ORDER BY left_on DESC, document_id)
          FROM (SELECT * FROM (${removed(`gone.left_on >= ${since}`)}) left_since
                 ORDER BY left_on DESC, document_id LIMIT ${MAX_TOMBSTONES}) newest), '[]'),
      'lastRemovedOn', (SELECT ${instantText('max(left_on)')} FROM (${removed('true')}) ever),
      'secondsToNextChange', public_record.seconds_to_midnight()) AS model`;
  return { text, values: [locale] };
}
