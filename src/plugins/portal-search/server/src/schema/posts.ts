import { postTitle } from '../../../../../vietnamese';
import type { SourcePart } from './source';

/** The first day on which readers are shown a post: what is only announced is not shown before it begins. */
const SHOWN_FROM = `coalesce(held."from", held.announced_on, '-infinity')`;

/** The days on which an official `here` takes up or gives up a post, and the day before which each state ends. */
export const officialStates = `
  SELECT day AS since, coalesce(lead(day) OVER (ORDER BY day), 'infinity') AS until
    FROM (SELECT date '-infinity' AS day
           UNION
          SELECT changed.day FROM appointments held CROSS JOIN LATERAL (VALUES (${SHOWN_FROM}), (held."to" + 1)) AS changed (day)
           WHERE held.official_ref = here.id AND changed.day < 'infinity') AS days`;

const IN_STATE = {
  held: `coalesce(held."to", 'infinity') >= state.since`,
  ended: `held."to" < state.since`,
};

const LANGUAGES = {
  vi: { title: 'coalesce(held.title, post.title)', names: ['seat.short_name', 'seat.name'] },
  en: {
    title: 'coalesce(held.title_en, post.title_en)',
    names: ['seat.short_name_en', 'seat.name_en'],
  },
};

type Language = keyof typeof LANGUAGES;

/** `Quyền `, where the post is held so. */
const prefix = (language: Language): string =>
  `CASE held.kind ${['acting', 'in-charge']
    .map((kind) => `WHEN '${kind}' THEN '${postTitle({ title: '', titleEn: '', kind }, language)}'`)
    .join(' ')} ELSE '' END`;

/** Whether a title has a name in it; false where there is none. */
const isWithin = (name: string, title: string): string =>
  `coalesce(position(' ' || portal_search.word_key(${name}) || ' ' IN ' ' || portal_search.word_key(${title}) || ' ') > 0, false)`;

/**
 * The posts of an official `here` in a state, by rank, as an array: each title with each name of its agency, unless it has
 * one of them in it.
 *
 * @param added the names that are added to a title; all of them, unless given
 */
export function posts(inState: keyof typeof IN_STATE, language: Language, added = LANGUAGES[language].names): string {
  const { title, names } = LANGUAGES[language];
  return `ARRAY(
    SELECT ${prefix(language)} || ${title} || coalesce(' ' || named.name, '')
      FROM appointments held JOIN positions post ON post.id = held.position_ref
      LEFT JOIN agencies seat ON seat.id = post.agency_ref
      LEFT JOIN LATERAL unnest(ARRAY[${added.join(', ')}]) AS named (name)
        ON named.name <> '' AND NOT (${names.map((name) => isWithin(name, title)).join(' OR ')})
     WHERE held.official_ref = here.id AND ${SHOWN_FROM} <= state.since AND ${IN_STATE[inState]}
       AND ${title} IS NOT NULL
     ORDER BY post.rank, post.id, held.id, named.name)`;
}

/** The titles of an official `here` today, in the language `$1`; null without any. */
export const titlesToday = `(
  SELECT string_agg(CASE WHEN $1 = 'en' THEN ${prefix('en')} || held.title_en ELSE ${prefix('vi')} || held.title END, ', '
           ORDER BY held.rank, held.position_ref)
    FROM directory.posts_held(here.id, newsroom.portal_day(newsroom.clock())) AS held)`;

/** The posts that an official `here` has left by today, in the language `$1`, in a line; null without any. */
export const formerPosts = `(
  SELECT nullif(array_to_string(CASE WHEN $1 = 'en' THEN ${posts('ended', 'en', ['seat.name_en'])}
           ELSE ${posts('ended', 'vi', ['seat.name'])} END, '; '), '')
    FROM (SELECT newsroom.portal_day(newsroom.clock()) AS since) AS state)`;

/** The tables that posts are kept in. A save of one locks what it is made of, which another transaction may be changing. */
export const postTables: readonly SourcePart[] = [
  {
    table: 'appointments',
    affects: (row) => `here.id = ${row}.official_ref`,
    locks: (row) => [
      `positions here WHERE here.id = ${row}.position_ref`,
      `agencies here WHERE here.id = (SELECT post.agency_ref FROM positions post WHERE post.id = ${row}.position_ref)`,
    ],
  },
  {
    table: 'positions',
    watched: ['title', 'title_en', 'rank', 'agency_ref'],
    affects: (row) =>
      `here.id IN (SELECT held.official_ref FROM appointments held WHERE held.position_ref = ${row}.id)`,
    locks: (row) => [`agencies here WHERE here.id = ${row}.agency_ref`],
  },
  {
    table: 'agencies',
    watched: ['name', 'short_name', 'name_en', 'short_name_en'],
    affects: (row) => `here.id IN (
      SELECT held.official_ref FROM appointments held JOIN positions post ON post.id = held.position_ref
       WHERE post.agency_ref = ${row}.id)`,
  },
];
