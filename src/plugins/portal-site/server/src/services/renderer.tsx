import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { renderToString } from 'preact-render-to-string';
import type { Answer } from '../../../../../response-cache/answer';
import { pluginFolder } from '../../../../../strapi-internals/plugins';
import { Frame } from '../components/frame';
import { parseOptions } from '../config';
import type { Locale } from '../locales';
import type { Page, ShownPage } from '../page';
import { shownPages } from '../pages';
import { pagePath, pathTable, type ContractPatterns, type PageName } from '../paths';
import { PortalProvider, SECTIONS, type Portal } from '../portal';
import type { Site } from '../site';
import { readStaticFiles } from '../static-files';
import { textIn } from '../words';

type FeedsOptions = { portalUrl: string; publicUrl: string };

type Place = {
  section: Page['section'] | null;
  /** Whether it is the page that the navigation leads to. */
  isSection?: boolean;
  /** Its path in the other language, where the page does not say. */
  otherLanguage: string;
};

/** What all pages are made with: paths, static files, and the rendering itself. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { locales, paths } = parseOptions(strapi.config.get('plugin::portal-site'));
  const feeds = strapi.config.get<FeedsOptions>('plugin::portal-feeds');
  const patterns: ContractPatterns = strapi.plugin('portal-feeds').service('addresses').patterns();
  const table = pathTable(patterns, paths);
  const portalUrl = feeds.portalUrl.replace(/\/+$/, '');
  const files = readStaticFiles(path.join(pluginFolder(strapi, 'portal-site'), 'assets'));
  const defaultList: { slug: string } = strapi.plugin('newsroom').service('default-list');

  const shown = new Set<PageName>(shownPages(strapi));
  const sections = SECTIONS.filter((name) => shown.has(name));

  const to = (name: PageName, slug: string | undefined, locale: Locale) => pagePath(table, name, locale, slug);

  return {
    locales,
    table,

    /** The path of a page in a language, with the slug of what it shows. */
    path: to,

    /** A style sheet, script or icon, by the name under which it is served. */
    staticFile: (name: string): Answer | undefined => files.file(name),

    portal: (locale: Locale, site: Site): Portal => ({
      locale,
      locales,
      text: textIn(locale),
      site,
      sections,
      hasSearch: shown.has('search'),
      to: (name, slug, other = locale) => to(name, slug, other),
      absolute: (address) => portalUrl + address,
      asset: (name) => to('assets', files.servedName(name), 'vi'),
      defaultList: defaultList.slug,
      panel: strapi.config.get('admin.url', '/admin'),
    }),

    /** A page as HTML, from `<!doctype html>` on. */
    html: (portal: Portal, shown: ShownPage, place: Place): string =>
      `<!doctype html>\n${renderToString(
        <PortalProvider value={portal}>
          <Frame
            head={shown.head}
            section={place.section}
            hasSearchForm={shown.hasSearchForm ?? false}
            isSection={place.isSection ?? false}
            other={shown.otherLanguage ?? place.otherLanguage}
          >
            {shown.body}
          </Frame>
        </PortalProvider>,
      )}`,
  };
};
