import type { Core, UID } from '@strapi/strapi';
import { limitSlugChecks, permissionChecker, type SlugQuery } from '../../../../../strapi-internals/content-manager';
import { ARTICLE, watchedTypes } from '../watched-types';
import { callerOf } from './caller';
import { isPublicRow } from './public-row';

/**
 * Checks a person's slugs against what is public and what they may read. Against every draft, the check would tell them
 * of what other agencies write. A slug of a hidden draft is refused when the document is saved.
 */
export const limitSlugsToReadable = (strapi: Core.Strapi): void =>
  limitSlugChecks(strapi, async ({ contentTypeUID: uid, field, locale }: SlugQuery, candidates) => {
    const caller = callerOf(strapi);
    if (caller.kind !== 'person' || !watchedTypes(strapi).has(uid)) return null;
    const checker = permissionChecker(strapi, caller.ability, uid);
    const query = (await checker.sanitizedQuery.read({})) as { filters?: object };
    const isPublic = uid === ARTICLE ? { id: { $in: publicArticles(strapi) } } : { publishedAt: { $notNull: true } };
    const visible = checker.cannot.read() ? isPublic : query.filters ? { $or: [isPublic, query.filters] } : {};
    const rows = await strapi.db.query(uid as UID.ContentType).findMany({
      select: [field],
      where: { $and: [{ [field]: { $in: candidates } }, locale ? { locale } : {}, visible] },
    });
    return new Set(rows.map((row: Record<string, string>) => row[field]!));
  });

const publicArticles = (strapi: Core.Strapi) =>
  strapi.db.connection.from('articles AS here').select('here.id').whereRaw(isPublicRow(ARTICLE, 'here'));
