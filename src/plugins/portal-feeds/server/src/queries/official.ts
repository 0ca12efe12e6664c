import { requestedDay } from './requested-day';
import { localText, type CardModel } from './card';
import { latestCards } from './article-listing';
import { secondsToNextChange, type Timed } from './next-change';
import { officialJson, type OfficialModel, type PostModel } from './officials';

type AppointmentModel = PostModel & {
  from: string | null;
  to: string | null;
  precision: 'day' | 'month' | 'year';
  decision: string | null;
};

/** Null when there is no such official. `of` is the official as lists have it. */
export type OneOfficialModel =
  | ({
      of: OfficialModel;
      appointments: AppointmentModel[];
      phone: string | null;
      email: string | null;
      biography: string | null;
      latest: CardModel[];
    } & Timed)
  | null;

/**
 * One official with every post, the present first, and the latest articles that name them. Posts that are announced but
 * have not begun on the day are left out.
 */
export function official(locale: string, slug: string, at: string | null) {
  const text = `
    WITH clock AS (SELECT newsroom.clock() AS now), ${requestedDay('$3')}
    SELECT json_build_object('of', ${officialJson},
      'appointments', coalesce((
        SELECT json_agg(json_build_object(
            'title', coalesce(held.title, post.title),
            'titleEn', coalesce(held.title_en, post.title_en, held.title, post.title),
            'kind', held.kind, 'from', held."from", 'to', held."to", 'precision', held.precision,
            'decision', held.decision,
            'agency', CASE WHEN seat.id IS NOT NULL THEN json_build_object('slug', seat.slug,
              'name', directory.agency_name(seat, coalesce(held."from", day.day), $1)) END)
          ORDER BY held."to" DESC NULLS FIRST, held."from" DESC NULLS LAST, post.rank)
          FROM appointments held JOIN positions post ON post.id = held.position_ref
          LEFT JOIN agencies seat ON seat.id = post.agency_ref
         WHERE held.official_ref = official.id AND directory.is_public(held)
           AND (held."from" IS NULL OR held."from" <= day.day)), '[]'),
      'phone', official.phone, 'email', official.email,
      'biography', ${localText('official', 'biography', '$1')},
      'latest', ${latestCards('official', 'official.id')},
      ${secondsToNextChange}
    ) AS model
    FROM day CROSS JOIN officials official
    WHERE official.slug = $2`;
  return { text, values: [locale, slug, at] };
}
