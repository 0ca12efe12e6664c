/** Posts held on a day: `to` is the last day in office; without it the term is open. */
export const appointments = {
  functions: [
    // An appointment that begins after today is public from the day of its announcement.
    `CREATE OR REPLACE FUNCTION directory.is_public(held appointments) RETURNS boolean
   LANGUAGE sql STABLE PARALLEL SAFE AS $$
     SELECT least(held."from", held.announced_on) IS NULL
         OR least(held."from", held.announced_on) <= (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date $$`,

    // Served by the index of the constraint above: its first column is official_ref.
    `CREATE OR REPLACE FUNCTION directory.posts_held(holder integer, day date)
   RETURNS TABLE (title text, title_en text, kind varchar, rank integer, position_ref integer, agency_ref integer)
   LANGUAGE sql STABLE PARALLEL SAFE AS $$
     SELECT coalesce(held.title, post.title), coalesce(held.title_en, post.title_en, held.title, post.title),
            held.kind, post.rank, post.id, post.agency_ref
       FROM appointments held JOIN positions post ON post.id = held.position_ref
      WHERE held.official_ref = holder AND daterange(held."from", held."to", '[]') @> day
        AND directory.is_public(held)
      ORDER BY post.rank, post.id $$`,

    // The officials in office on a day, each with the first post by rank and the agency of the first post that has one.
    `CREATE OR REPLACE FUNCTION directory.people_in_office(day date)
   RETURNS TABLE (official_ref integer, agency_ref integer, agency_rank integer, agency_slug text, rank integer,
     given_name text)
   LANGUAGE sql STABLE PARALLEL SAFE AS $$
     SELECT official.id, seat.id, coalesce(seat.rank, 2147483647), coalesce(seat.slug, ''), held.rank,
            regexp_replace(official.name, '^.*\\s', '')
       FROM officials official
       CROSS JOIN LATERAL (
         SELECT min(post.rank) AS rank,
                (array_agg(post.agency_ref ORDER BY post.rank, post.position_ref) FILTER (WHERE post.agency_ref IS NOT NULL))[1] AS agency_ref
           FROM directory.posts_held(official.id, day) post
         HAVING count(*) > 0
       ) held
       LEFT JOIN agencies seat ON seat.id = held.agency_ref $$`,
  ],
};
