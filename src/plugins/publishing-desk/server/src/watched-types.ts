import type { Core } from '@strapi/strapi';

export const ARTICLE = 'plugin::newsroom.article';

/** The types whose documents belong to the agency in their attribute `agency`, and are reviewed. */
export const OWNED: ReadonlySet<string> = new Set([ARTICLE]);

/** The plugins whose content types the desk watches. */
export const WATCHED_PLUGINS = ['newsroom', 'directory'];

export const watchedTypes = (strapi: Core.Strapi): Set<string> =>
  new Set(
    Object.values(strapi.contentTypes)
      .filter(({ plugin }) => plugin && WATCHED_PLUGINS.includes(plugin))
      .map(({ uid }) => uid),
  );
