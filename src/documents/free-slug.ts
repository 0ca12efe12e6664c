import type { Core, Struct, UID } from '@strapi/strapi';

const CANDIDATES = 50;

type SlugScope = {
  /** One locale, or every locale. */
  locale: string | undefined;
  /** A document that may reuse its own slugs. */
  documentId: string | undefined;
};

/**
 * The first of `base`, `base-2`, `base-3` … that no other document of the type has, neither as a draft nor published.
 * It queries exact slugs, so that the unique index on (slug, locale) is used however many slugs share a prefix.
 */
export async function freeSlug(
  strapi: Core.Strapi,
  type: Struct.ContentTypeSchema,
  base: string,
  { locale, documentId }: SlugScope,
): Promise<string> {
  for (let first = 1; ; first += CANDIDATES) {
    const candidates = Array.from({ length: CANDIDATES }, (_, index) => numbered(base, first + index));
    const rows = await strapi.db.query(type.uid as UID.ContentType).findMany({
      select: ['slug'],
      where: {
        ...amongSlugs(type, candidates),
        ...(locale && { locale }),
        ...(documentId && { documentId: { $ne: documentId } }),
      },
    });
    const taken = new Set(rows.map(({ slug }) => slug));
    const free = candidates.find((candidate) => !taken.has(candidate));
    if (free) return free;
  }
}

const numbered = (base: string, number: number) => (number === 1 ? base : `${base}-${number}`);

/** Drafts and published rows each have a partial index; one condition for each lets PostgreSQL use both. */
function amongSlugs(type: Struct.ContentTypeSchema, candidates: string[]) {
  const slug = { $in: candidates };
  if (!type.options?.draftAndPublish) return { slug };
  return {
    $or: [
      { slug, publishedAt: { $null: true } },
      { slug, publishedAt: { $notNull: true } },
    ],
  };
}
