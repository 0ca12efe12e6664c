import type { Core } from '@strapi/strapi';
import { slugOf } from '../vietnamese';
import { freeSlug } from './free-slug';
import { type DocumentContext, type DocumentMiddleware, defaultLocaleOf, withData, writtenData } from './written-data';

/** The slug of a name without a letter or a digit. */
const NAMELESS = 'khong-ten';

type Row = Record<string, unknown>;

/**
 * The middleware that gives every document with a name a slug. On create and update it makes one from the named
 * attribute where the slug is empty, or is in neither the data nor the row, and picks the first that is free. A clone
 * gets a new slug, unless the data has one that its source does not have. A slug that an editor wrote is not changed.
 * Writers that make a slug from one name take turns until their transactions end, so that each gets its own.
 *
 * @param sources by content type (UID), the attribute from which its `slug` is made, such as `title`
 */
export const fillSlugs =
  (strapi: Core.Strapi, sources: Readonly<Record<string, string>>): DocumentMiddleware =>
  async (context, next) => {
    const source = sources[context.uid];
    const data = writtenData(context);
    if (!source || !data) return next();
    const cloning = context.action === 'clone';
    if (data.slug && !cloning) return next();

    const locale = await writtenLocale(strapi, context);
    const rows = await rowsBehind(strapi, context, source, locale);
    if (keepsSlug(data, rows, cloning)) return next();

    const name = data[source] || rows[0]?.[source] || rows[0]?.slug;
    if (typeof name !== 'string') return next();
    const documentId = cloning ? undefined : documentIdOf(context);
    const base = slugOf(name) || NAMELESS;
    return strapi.db.transaction(async ({ trx }) => {
      await trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`${context.uid} slug ${base}`]);
      const slug = await freeSlug(strapi, context.contentType, base, { locale, documentId });
      withData(context, { ...data, slug });
      return next();
    });
  };

function keepsSlug(data: Row, rows: Row[], cloning: boolean): boolean {
  if (cloning) return Boolean(data.slug) && rows.every(({ slug }) => slug !== data.slug);
  return data.slug === undefined && Boolean(rows[0]?.slug);
}

/** The rows to update or clone: the drafts, where the type has drafts. */
async function rowsBehind(
  strapi: Core.Strapi,
  context: DocumentContext,
  source: string,
  locale: string | undefined,
): Promise<Row[]> {
  const documentId = documentIdOf(context);
  if (!documentId) return [];
  const drafts = context.contentType.options?.draftAndPublish && { publishedAt: null };
  return strapi.db.query(context.uid).findMany({
    select: ['slug', source],
    where: { documentId, ...(locale && { locale }), ...drafts },
  });
}

/** On create Strapi ignores a document id in the parameters. */
function documentIdOf({ action, params }: DocumentContext): string | undefined {
  return action === 'create' ? undefined : (params as { documentId?: string }).documentId;
}

/** The locale of the write; undefined for a type without locales, and for a clone of every locale. */
async function writtenLocale(
  strapi: Core.Strapi,
  { contentType, params }: DocumentContext,
): Promise<string | undefined> {
  const byDefault = await defaultLocaleOf(strapi, contentType);
  const { locale } = params as { locale?: string };
  return byDefault && locale !== '*' ? locale || byDefault : undefined;
}
