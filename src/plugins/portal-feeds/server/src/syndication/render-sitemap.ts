import { toPortalInstant } from '../../../../../vietnamese';
import { element, xmlDocument, type Xml } from './xml';

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A page, and the same thing's page in every language, its own among them. */
export type SitemapPage = { url: string; changedOn: Date | null; languages: { locale: string; url: string }[] };

export type NewsPage = { url: string; locale: string; title: string; publishedOn: Date };

const lastmod = (on: Date | null): Xml | null => on && element('lastmod', {}, toPortalInstant(on));

const alternate = ({ locale, url }: SitemapPage['languages'][number]): Xml =>
  element('xhtml:link', { rel: 'alternate', hreflang: locale, href: url });

/** A sitemap of pages; a page in one language alone names no others. */
export const renderSitemap = (pages: SitemapPage[]): string =>
  xmlDocument(
    element(
      'urlset',
      { xmlns: SITEMAP, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' },
      ...pages.map(({ url, changedOn, languages }) =>
        element(
          'url',
          {},
          element('loc', {}, url),
          lastmod(changedOn),
          ...(languages.length > 1 ? languages.map(alternate) : []),
        ),
      ),
    ),
  );

/** A sitemap of sitemaps. */
export const renderSitemapIndex = (sitemaps: { url: string; changedOn: Date | null }[]): string =>
  xmlDocument(
    element(
      'sitemapindex',
      { xmlns: SITEMAP },
      ...sitemaps.map(({ url, changedOn }) => element('sitemap', {}, element('loc', {}, url), lastmod(changedOn))),
    ),
  );

/** A sitemap of the latest news, as Google News reads it. */
export const renderNewsSitemap = (pages: NewsPage[], publisher: string): string =>
  xmlDocument(
    element(
      'urlset',
      { xmlns: SITEMAP, 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' },
      ...pages.map(({ url, locale, title, publishedOn }) =>
        element(
          'url',
          {},
          element('loc', {}, url),
          element(
            'news:news',
            {},
            element('news:publication', {}, element('news:name', {}, publisher), element('news:language', {}, locale)),
            element('news:publication_date', {}, toPortalInstant(publishedOn)),
            element('news:title', {}, title),
          ),
        ),
      ),
    ),
  );
