import type { Core } from '@strapi/strapi';
import type { Abbreviation } from '../mentions/abbreviations';
import type { Names } from '../mentions/find-mentions';

/**
 * The names of the directory that occur anywhere in a text, with what they meant on a day (`YYYY-MM-DD`): in
 * one pass over officials, agencies, periods and posts, a thousand names in some milliseconds. `findMentions`
 * keeps the whole words.
 */
export async function namesInText(
  strapi: Core.Strapi,
  text: string,
  day: string,
  locale: string,
  kept: readonly Abbreviation[],
): Promise<Names> {
  const forms = kept.flatMap(({ short, longForms }) => longForms.map((form) => [form.trim(), short] as const));
  const statement = `
     WITH asked AS MATERIALIZED (
       SELECT directory.short_key(directory.name_key(?::text), ?::text[], ?::text[]) AS key, ?::date AS day, ?::text AS locale,
              ?::text[] AS long_forms, ?::text[] AS short_forms
     ),
     people AS (
       SELECT official.id, official.document_id, official.name, held.title, held.keys
         FROM asked
         JOIN officials official ON position(directory.short_key(directory.name_key(official.name), asked.long_forms, asked.short_forms) IN asked.key) > 0
         CROSS JOIN LATERAL (
           SELECT (array_agg(CASE WHEN asked.locale = 'en' THEN post.title_en ELSE post.title END
                     ORDER BY post.rank, post.position_ref))[1] AS title,
                  array_agg(directory.name_key(post.title)) || array_agg(directory.name_key(post.title_en)) AS keys
             FROM directory.posts_held(official.id, asked.day) post
         ) held
     ),
     sought AS (
       SELECT agency.id, one.name, agency.dissolved_on AS ended
         FROM agencies agency
         CROSS JOIN unnest(ARRAY[agency.name, agency.short_name, agency.name_en, agency.short_name_en]) one(name)
       UNION
       SELECT period.agency_ref, one.name, period."to" + 1
         FROM agency_periods period
         CROSS JOIN unnest(ARRAY[period.name, period.short_name, period.name_en, period.short_name_en]) one(name)
     ),
     offices AS (
       SELECT agency.id, agency.document_id, sought.name AS sought,
              directory.agency_name(agency, asked.day, asked.locale) AS name,
              directory.agency_status(agency, asked.day) AS status,
              sought.name IN (
                directory.agency_name(agency, asked.day, 'vi'), directory.agency_name(agency, asked.day, 'en'),
                directory.agency_short_name(agency, asked.day, 'vi'), directory.agency_short_name(agency, asked.day, 'en')
              ) AS is_its_name,
              CASE WHEN least(sought.ended, agency.dissolved_on) <= asked.day
                   THEN least(sought.ended, agency.dissolved_on) END AS ended,
              (SELECT coalesce(json_agg(directory.agency_name(heir, asked.day, asked.locale) ORDER BY heir.rank, heir.name), '[]')
                 FROM successions succession JOIN agencies heir ON heir.id = succession.successor_ref
                WHERE succession.predecessor_ref = agency.id AND succession."on" <= asked.day) AS successors
         FROM asked
         JOIN sought ON sought.name <> '' AND position(directory.short_key(directory.name_key(sought.name), asked.long_forms, asked.short_forms) IN asked.key) > 0
         JOIN agencies agency ON agency.id = sought.id
     ),
     posts AS (
       SELECT DISTINCT one.title
         FROM asked, (
           SELECT unnest(ARRAY[title, title_en]) AS title FROM positions
           UNION
           SELECT unnest(ARRAY[held.title, held.title_en]) FROM appointments held WHERE directory.is_public(held)
         ) one
        WHERE one.title <> '' AND position(directory.short_key(directory.name_key(one.title), asked.long_forms, asked.short_forms) IN asked.key) > 0
     )
     SELECT json_build_object(
       'officials', (SELECT coalesce(json_agg(json_build_object('id', id, 'documentId', document_id, 'name', name,
           'title', title, 'titles', coalesce(keys, '{}')) ORDER BY id), '[]') FROM people),
       'agencies', (SELECT coalesce(json_agg(json_build_object('id', id, 'documentId', document_id, 'sought', sought,
           'name', name, 'isBorne', is_its_name AND status = 'active', 'isActive', status = 'active', 'ended', ended,
           'successors', successors) ORDER BY id, sought), '[]') FROM offices),
       'titles', (SELECT coalesce(json_agg(json_build_object('name', title, 'key', directory.name_key(title))
           ORDER BY title), '[]') FROM posts)) AS names`;
  // Names have single spaces; a text may have others in them.
  const [longForms, shortForms] = [forms.map(([long]) => long), forms.map(([, short]) => short)];
  const binds = [text.replace(/\s+/gu, ' '), longForms, shortForms, day, locale, longForms, shortForms];
  // A caller within a transaction must not wait for a second connection.
  const { rows } = await strapi.db.transaction(({ trx }) => trx.raw(statement, binds));
  return rows[0].names;
}
