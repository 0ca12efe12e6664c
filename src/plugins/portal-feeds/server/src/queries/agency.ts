import { localText, type CardModel } from './card';
import { latestCards } from './article-listing';
import { secondsToNextChange, type Timed } from './next-change';
import { requestedDay } from './requested-day';
import { officialJson, officialOrder, type OfficialModel } from './officials';

/** How many generations of parents an agency can have: a circle in the tree ends here. */
const DEEPEST = 16;

type Reference = { id: string; slug: string; name: string };
type RelativeModel = Reference & { part: 'full' | 'partial'; on: string; basis: string | null };

export type AgencyInTreeModel = Reference & {
  parent: string | null;
  shortName: string | null;
  level: 'central' | 'province' | 'department' | 'district' | 'commune' | 'unit';
  codes: { code: string; from: string | null; to: string | null }[];
  status: 'active' | 'planned' | 'dissolved';
};

export type AgenciesModel = { agencies: AgencyInTreeModel[] } & Timed;

/** Null when there is no such agency. */
export type AgencyModel =
  | (AgencyInTreeModel & {
      parents: Reference[];
      children: AgencyInTreeModel[];
      address: string | null;
      phone: string | null;
      email: string | null;
      website: string | null;
      functions: string | null;
      officials: OfficialModel[];
      predecessors: RelativeModel[];
      successors: RelativeModel[];
      latest: CardModel[];
    } & Timed)
  | null;

/** `$1` is the locale and `day.day` the day, here and below. */
const reference = (row: string): string =>
  `'id', ${row}.document_id, 'slug', ${row}.slug, 'name', directory.agency_name(${row}, day.day, $1)`;

/** An agency of a row, as the tree shows it, as arguments of json_build_object. */
export const inTree = (row: string): string => `
  ${reference(row)},
  'parent', (SELECT parent.document_id FROM agencies parent WHERE parent.id = directory.agency_parent(${row}, day.day)),
  'shortName', directory.agency_short_name(${row}, day.day, $1), 'level', ${row}.level,
  'status', directory.agency_status(${row}, day.day), 'codes', directory.agency_codes(${row})`;

const inOrder = `agency.rank, agency.name COLLATE "vi-x-icu", agency.document_id`;

/** The agencies that exist on a day (today without one), flat, in the order of the tree's siblings. */
export function agencies(locale: string, at: string | null) {
  const text = `
    WITH clock AS (SELECT newsroom.clock() AS now), ${requestedDay('$2')}
    SELECT json_build_object(
      'agencies', coalesce(json_agg(json_build_object(${inTree('agency')}) ORDER BY ${inOrder}), '[]'),
      ${secondsToNextChange}) AS model
      FROM day CROSS JOIN agencies agency
     WHERE directory.agency_status(agency, day.day) = 'active'`;
  return { text, values: [locale, at] };
}

const relatives = (here: string, there: string): string => `
  coalesce((SELECT json_agg(json_build_object(${reference('other')}, 'part', succession.part,
      'on', succession."on", 'basis', succession.basis) ORDER BY succession."on", other.rank, other.id)
    FROM successions succession JOIN agencies other ON other.id = succession.${there}
   WHERE succession.${here} = here.id), '[]')`;

/** One agency with its line, people and latest articles, as of a day (today without one). */
export function agency(locale: string, slug: string, at: string | null) {
  const text = `
    WITH RECURSIVE clock AS (SELECT newsroom.clock() AS now), ${requestedDay('$3')},
    line AS (
      SELECT agency.id, 0 AS steps FROM agencies agency WHERE agency.slug = $2
      UNION
      SELECT directory.agency_parent(agency, day.day), steps + 1
        FROM day CROSS JOIN line JOIN agencies agency ON agency.id = line.id
       WHERE steps < ${DEEPEST}
    )
    SELECT json_build_object(${inTree('here')},
      'parents', coalesce((SELECT json_agg(json_build_object(${reference('ancestor')}) ORDER BY steps DESC)
        FROM line JOIN agencies ancestor ON ancestor.id = line.id WHERE steps > 0), '[]'),
      'children', coalesce((SELECT json_agg(json_build_object(${inTree('agency')}) ORDER BY ${inOrder})
        FROM agencies agency
       WHERE directory.agency_parent(agency, day.day) = here.id
         AND directory.agency_status(agency, day.day) = 'active'), '[]'),
      'address', here.address, 'phone', here.phone, 'email', here.email, 'website', here.website,
      'functions', ${localText('here', 'functions', '$1')},
      'officials', coalesce((SELECT json_agg(${officialJson} ORDER BY ${officialOrder})
        FROM directory.people_in_office(day.day) held JOIN officials official ON official.id = held.official_ref
       WHERE held.agency_ref = here.id), '[]'),
      'predecessors', ${relatives('successor_ref', 'predecessor_ref')},
      'successors', ${relatives('predecessor_ref', 'successor_ref')},
      'latest', ${latestCards('agency', 'here.id')},
      ${secondsToNextChange}
    ) AS model
    FROM day CROSS JOIN agencies here
    WHERE here.slug = $2`;
  return { text, values: [locale, slug, at] };
}
