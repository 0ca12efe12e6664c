import { type Core } from '@strapi/strapi';
import { slugOf } from '../vietnamese';
import { freeSlug } from './free-slug';
import { type DocumentContext, type DocumentMiddleware, withData, writtenData } from './written-data';

/** For a name without a letter or a digit. */
const NAMELESS = 'khong-ten';

type Row = Record<string, unknown>;

/**
 * The middleware by which a document always has a slug once it has a name: on create and update a slug that is empty,
 * or that neither the data nor the row has, is made of the named attribute, and is one that is free. A clone gets a
 * slug of its own, unless it is given one that its source does not have. What an editor wrote is left alone.
 *
 * @param sources for each content type (UID) the attribute that its `slug` is made of, such as `title`
 */
export const fillSlugs =
  (strapi: Core.Strapi, sources: Readonly<Record<string, string>>): DocumentMiddleware =>
  async (context, next) => {
    const source = sources[context.uid];
    const data = writtenData(context);
    if (!source || !data) return next();
    const cloning = context.action === 'clone';
    if (data.slug && !cloning) return next();

    const locale = await localeOf(strapi, context);
    const rows = await rowsBehind(strapi, context, source, locale);
    if (keepsSlug(data, rows, cloning)) return next();

    const name = data[source] || rows[0]?.[source] || rows[0]?.slug;
    if (typeof name !== 'string') return next();
    const documentId = cloning ? undefined : documentIdOf(context);
    const slug = await freeSlug(strapi, context.contentType, slugOf(name) || NAMELESS, { locale, documentId });
    withData(context, { ...data, slug });
    return next();
  };

function keepsSlug(data: Row, rows: Row[], cloning: boolean): boolean {
  if (cloning) return Boolean(data.slug) && rows.every(({ slug }) => slug !== data.slug);
  return data.slug === undefined && Boolean(rows[0]?.slug);
}

/** The rows that are updated or cloned: drafts, where the type has them. */
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

/** Strapi gives a created document an id of its own, whatever the caller says. */
function documentIdOf({ action, params }: DocumentContext): string | undefined {
  return action === 'create' ? undefined : (params as { documentId?: string }).documentId;
}

/** The locale that is written; undefined for a type that has none, and for a clone of all. */
async function localeOf(strapi: Core.Strapi, { contentType, params }: DocumentContext): Promise<string | undefined> {
  const { i18n } = (contentType.pluginOptions ?? {}) as { i18n?: { localized?: boolean } };
  if (!i18n?.localized) return undefined;
  const { locale } = params as { locale?: string };
  if (locale === '*') return undefined;
  return locale || strapi.plugin('i18n').service('locales').getDefaultLocale();
}
