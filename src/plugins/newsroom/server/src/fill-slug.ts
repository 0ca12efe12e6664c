import type { Core } from '@strapi/strapi';

const UID = 'plugin::newsroom.article';

type Middleware = Parameters<Core.Strapi['documents']['use']>[0];
type Write = { documentId?: string; locale?: string; data?: { title?: string; slug?: string | null } };

/** An article written by a machine, or saved by an editor who emptied the field, gets a slug from its title. */
export const fillSlug =
  (strapi: Core.Strapi): Middleware =>
  async (context, next) => {
    if (context.uid !== UID || (context.action !== 'create' && context.action !== 'update')) return next();
    const { documentId, locale = 'vi', data } = context.params as Write;
    if (data?.title && !data.slug && !(await keepsSlug(strapi, documentId, locale, data))) {
      data.slug = await strapi.plugin('newsroom').service('article-slugs').free(data.title, locale);
    }
    return next();
  };

/** A save that does not mention the slug leaves the one that the draft has. */
async function keepsSlug(
  strapi: Core.Strapi,
  documentId: string | undefined,
  locale: string,
  data: NonNullable<Write['data']>,
): Promise<boolean> {
  if (documentId === undefined || data.slug !== undefined) return false;
  const draft = await strapi.db
    .query(UID)
    .findOne({ select: ['slug'], where: { documentId, locale, publishedAt: null } });
  return Boolean(draft?.slug);
}
