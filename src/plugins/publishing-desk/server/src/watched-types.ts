import type { Core, UID } from '@strapi/strapi';

export const ARTICLE = 'plugin::newsroom.article';

/** The types whose documents belong to the agency in their attribute `agency`, and are reviewed. */
export const OWNED: ReadonlySet<string> = new Set([
  ARTICLE,
  'plugin::public-record.directive',
  'plugin::public-record.programme',
  'plugin::public-record.procedure-report',
  'plugin::public-record.exchange-report',
]);

/** Those that are installed. */
export const ownedTypes = (strapi: Core.Strapi): UID.ContentType[] =>
  [...OWNED].filter((uid) => strapi.contentTypes[uid as UID.ContentType]) as UID.ContentType[];

/** The plugins that the desk needs. */
export const REQUIRED_PLUGINS = ['newsroom', 'directory'];

/** The plugins whose content types the desk watches, where they are installed. */
const WATCHED_PLUGINS = [...REQUIRED_PLUGINS, 'portal-site', 'public-record', 'portal-search'];

export const watchedTypes = (strapi: Core.Strapi): Set<string> =>
  new Set(
    Object.values(strapi.contentTypes)
      .filter(({ plugin }) => plugin && WATCHED_PLUGINS.includes(plugin))
      .map(({ uid }) => uid),
  );
