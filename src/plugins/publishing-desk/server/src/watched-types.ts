import type { Core } from '@strapi/strapi';

export const ARTICLE = 'plugin::newsroom.article';

/** The types whose documents belong to the agency in their attribute `agency`, and are reviewed. */
export const OWNED: ReadonlySet<string> = new Set([ARTICLE]);

/** The plugins that the desk needs. */
export const REQUIRED_PLUGINS = ['newsroom', 'directory'];

/** The plugins whose content types the desk watches, where they are installed. */
const WATCHED_PLUGINS = [...REQUIRED_PLUGINS, 'portal-site'];

export const watchedTypes = (strapi: Core.Strapi): Set<string> =>
  new Set(
    Object.values(strapi.contentTypes)
      .filter(({ plugin }) => plugin && WATCHED_PLUGINS.includes(plugin))
      .map(({ uid }) => uid),
  );
