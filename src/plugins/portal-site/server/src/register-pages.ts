import type { Core } from '@strapi/strapi';
import { DEFAULT_LOCALE } from '../../../../vietnamese';
import type { Page } from './page';
import { pages, shownPages } from './pages';
import { routePath, type PageName } from './paths';
import { publisherSql } from './queries/site-settings';
import { rendererOf } from './renderer';

const action = (name: string): string => `plugin::portal-site.pages.${name}`;

/**
 * Registers the publisher, and the pages: those that anybody may see with portal-feeds, which keeps them in its cache; the others with
 * Strapi's router. So is the front page too, since Strapi's own redirects `/` to its panel, and the first route counts.
 */
export function registerPages(strapi: Core.Strapi): void {
  const { locales, table } = rendererOf(strapi);
  const names = shownPages(strapi);
  const inEachLanguage = (name: PageName) => locales.map((locale) => routePath(table, name, locale));

  strapi
    .plugin('portal-feeds')
    .service('registry')
    .register({
      pages: [
        ...names.flatMap((name) =>
          inEachLanguage(name).map((path) => {
            const { parameters, isTyped }: Page = pages[name];
            return { path, handler: action(name), parameters, isTyped };
          }),
        ),
        ...(names.includes('search')
          ? inEachLanguage('openSearch').map((path) => ({ path, handler: action('openSearch') }))
          : []),
        { path: '/robots.txt', handler: action('robots') },
      ],
      watchedPlugins: ['portal-site'],
      publisherSql,
    });

  const route = (name: string, path: string) => ({
    method: 'GET' as const,
    path,
    handler: action(name),
    // Without a name it would count as one of Strapi's own, which publishing-desk refuses.
    info: { pluginName: 'portal-site', type: 'admin' as const },
    config: { auth: false as const, middlewares: ['plugin::portal-feeds.public-errors'] },
  });
  strapi.server.routes([
    ...inEachLanguage('home').map((path) => route('home', path)),
    ...inEachLanguage('preview').map((path) => route('preview', path)),
    route('asset', routePath(table, 'assets', DEFAULT_LOCALE)),
  ]);
}
