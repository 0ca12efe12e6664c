import type { Core } from '@strapi/strapi';
import type { Key, SampleSite } from './sample-content';

const SITE = 'plugin::portal-site.site-settings';

/** The settings of the portal's pages in both languages, for an app without any. */
export async function loadSite(
  strapi: Core.Strapi,
  site: SampleSite,
  categories: ReadonlyMap<Key, string>,
): Promise<void> {
  const documents = strapi.documents(SITE);
  if (await documents.findFirst({ locale: 'vi' })) return;
  const homeCategories = site.homeCategories.map((key) => categories.get(key)!);
  const { documentId } = await documents.create({ locale: 'vi', data: { ...site.vi, homeCategories } });
  await documents.update({ documentId, locale: 'en', data: { ...site.en, homeCategories } });
}
