/** Slugs that begin like one that was cut short, and their languages. */
export type SlugsBeginningModel = { slug: string; locale: string }[];

/** The first few addresses of articles that begin so and were public. Found by addresses_beginning, byte by byte. */
export function slugsBeginning(locale: string, beginning: string, most: number) {
  const text = `
    SELECT coalesce(json_agg(json_build_object('slug', slug, 'locale', locale)), '[]') AS model FROM (
      SELECT slug, locale FROM newsroom.addresses
       WHERE slug ~>=~ $2 AND slug ~<~ ($2 || '~') AND left_on IS NULL AND public_from <= newsroom.clock()
       ORDER BY slug USING ~<~, locale = $1 DESC
       LIMIT $3) first`;
  return { text, values: [locale, beginning, most] };
}
