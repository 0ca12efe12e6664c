import type { Core } from '@strapi/strapi';
import { localeService } from '../../../../../strapi-internals/locales';
import { DEFAULT_LIST } from '../default-list';

const UID = 'plugin::newsroom.latest-news-list';

/** The default list of latest news. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** The slug of the list, for the plugins that answer with the list or link to it. */
  slug: DEFAULT_LIST.slug,

  /** Creates the list in the languages where it is missing; an existing one stays as editors made it. */
  async ensure(): Promise<void> {
    const { slug, size, names, otherName } = DEFAULT_LIST;
    for (const { code: locale } of await localeService(strapi).find()) {
      const rows = await strapi.db.query(UID).findMany({ where: { slug } });
      if (rows.some((row) => row.locale === locale)) continue;
      const documentId: string | undefined = rows[0]?.documentId;
      const data = { name: names[locale] ?? otherName, slug, size };
      if (documentId) await strapi.documents(UID).update({ documentId, locale, data });
      else await strapi.documents(UID).create({ locale, data });
    }
  },
});
