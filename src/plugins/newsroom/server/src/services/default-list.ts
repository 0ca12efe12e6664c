import type { Core } from '@strapi/strapi';
import { localeService } from '../../../../../strapi-internals/locales';

const UID = 'plugin::newsroom.latest-news-list';
const SLUG = 'tin-moi-nhat';
const NAMES: Record<string, string> = { vi: 'Tin mới nhất' };
const NAME_ELSEWHERE = 'Latest news';

/** The collection that every portal page asks for, and that must therefore always exist. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Creates `tin-moi-nhat` in the languages where it is missing, in English in those that have no name for it; an existing one stays as editors made it. */
  async ensure(): Promise<void> {
    const locales = await localeService(strapi).find();
    for (const { code: locale } of locales) {
      const name = NAMES[locale] ?? NAME_ELSEWHERE;
      const rows = await strapi.db.query(UID).findMany({ where: { slug: SLUG } });
      if (rows.some((row) => row.locale === locale)) continue;
      const documentId: string | undefined = rows[0]?.documentId;
      const data = { name, slug: SLUG, size: 8 };
      if (documentId) await strapi.documents(UID).update({ documentId, locale, data });
      else await strapi.documents(UID).create({ locale, data });
    }
  },
});
