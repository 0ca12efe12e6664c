import { addConstraint } from '../../../../../postgres/add-constraint';

/** Posts as they were held on a day: `to` is the last day in office; an open end is open. */
export const appointments = [
  `CREATE UNIQUE INDEX IF NOT EXISTS officials_slug ON officials (slug)`,

  addConstraint(
    'appointments',
    'appointments_apart',
    `EXCLUDE USING gist (official_ref WITH =, position_ref WITH =, daterange("from", "to", '[]') WITH &&)`,
  ),

  // Served by the index of the constraint above: its first column is official_ref.
  `CREATE OR REPLACE FUNCTION directory.posts_held(holder integer, day date)
   RETURNS TABLE (title text, title_en text, kind varchar, rank integer, agency_ref integer)
   LANGUAGE sql STABLE PARALLEL SAFE AS $$
     SELECT coalesce(held.title, post.title), coalesce(held.title_en, post.title_en, held.title, post.title),
            held.kind, post.rank, post.agency_ref
       FROM appointments held JOIN positions post ON post.id = held.position_ref
      WHERE held.official_ref = holder AND daterange(held."from", held."to", '[]') @> day
      ORDER BY post.rank, post.id $$`,
];
