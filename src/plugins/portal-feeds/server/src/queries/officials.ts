import { requestedDay } from './requested-day';
import { fileJson, type FileModel } from './image';
import { secondsToNextChange, type Timed } from './next-change';

export type PostModel = {
  title: string;
  titleEn: string;
  kind: string;
  agency: { slug: string; name: string } | null;
};

export type OfficialModel = {
  id: string;
  slug: string;
  name: string;
  posts: PostModel[];
  portrait: FileModel | null;
};

/** The sort key of an official in the list: agency rank, agency, post rank, given name, name, document id. */
export type OfficialPosition = [
  agencyRank: number,
  agency: string,
  rank: number,
  given: string,
  name: string,
  id: string,
];

export type OfficialsModel = { officials: (OfficialModel & { position: OfficialPosition })[] } & Timed;

/** The posts that the official in row `official` holds on a day, by rank. `$1` is the locale. */
export const postsOn = (day: string, locale: string): string => `
  coalesce((SELECT json_agg(json_build_object('title', post.title, 'titleEn', post.title_en, 'kind', post.kind,
      'agency', CASE WHEN seat.id IS NOT NULL
        THEN json_build_object('slug', seat.slug, 'name', directory.agency_name(seat, ${day}, ${locale})) END)
      ORDER BY post.rank, post.position_ref)
    FROM directory.posts_held(official.id, ${day}) post LEFT JOIN agencies seat ON seat.id = post.agency_ref), '[]')`;

const columns = `
  'id', official.document_id, 'slug', official.slug, 'name', official.name,
  'posts', ${postsOn('day.day', '$1')},
  'portrait', (SELECT ${fileJson('file')}
    FROM files_related_mph link JOIN files file ON file.id = link.file_id
   WHERE link.related_id = official.id AND link.related_type = 'plugin::directory.official' AND link.field = 'portrait'
   LIMIT 1)`;

/** An official of the row `official`, as lists show them. */
export const officialJson = `json_build_object(${columns})`;

/** By the leading post's rank, then as Vietnamese names are sorted: the given name, which stands last, first. */
export const officialOrder = `held.rank, held.given_name COLLATE "vi-x-icu", official.name COLLATE "vi-x-icu",
  official.document_id`;

/** One more than `limit` of the people in office on a day (today without one), by agency and rank. */
export function officials(locale: string, at: string | null, after: OfficialPosition | null, limit: number) {
  const position = `held.agency_rank, held.agency_slug, held.rank, held.given_name COLLATE "vi-x-icu",
    official.name COLLATE "vi-x-icu", official.document_id`;
  const isAfter = after ? `WHERE (${position}) > ($4::int, $5, $6::int, $7, $8, $9)` : '';
  const text = `
    WITH clock AS (SELECT newsroom.clock() AS now), ${requestedDay('$2')}
    SELECT json_build_object('officials', coalesce(json_agg(item ORDER BY number), '[]'),
      ${secondsToNextChange}) AS model
      FROM (
        SELECT row_number() OVER (ORDER BY ${position}) AS number,
               json_build_object(${columns}, 'position', json_build_array(held.agency_rank, held.agency_slug, held.rank,
                 held.given_name, official.name, official.document_id)) AS item
          FROM day CROSS JOIN LATERAL directory.people_in_office(day.day) held
          JOIN officials official ON official.id = held.official_ref
          ${isAfter}
         ORDER BY ${position}
         LIMIT $3
      ) page`;
  return { text, values: [locale, at, limit + 1, ...(after ?? [])] };
}
