import type { Core } from '@strapi/strapi';
import { slugOf } from '../../../../../vietnamese';

const UID = 'plugin::newsroom.article';

/** Slugs for articles that came without one. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** A slug made of the title that no article of the locale has yet: `tieu-de`, else `tieu-de-2`, `tieu-de-3` … */
  async free(title: string, locale: string): Promise<string> {
    const base = slugOf(title) || 'bai-viet';
    const rows = await strapi.db.query(UID).findMany({
      select: ['slug'],
      where: { locale, slug: { $startsWith: base } },
    });
    const taken = new Set(rows.map((row) => row.slug));
    if (!taken.has(base)) return base;
    let number = 2;
    while (taken.has(`${base}-${number}`)) number += 1;
    return `${base}-${number}`;
  },
});
