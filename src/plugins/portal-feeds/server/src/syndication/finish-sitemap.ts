import type { Addresses } from '../answers/addresses';
import type { SitemapArticleModel } from '../queries/sitemap-articles';
import type { SitemapNewsModel } from '../queries/sitemap-news';
import type { SitemapPlacesModel } from '../queries/sitemap-places';
import type { NewsPage, SitemapPage } from './render-sitemap';

/** Articles' pages, each with the same article's in its other languages. */
export const finishArticlePages = (models: SitemapArticleModel[], addresses: Addresses): SitemapPage[] =>
  models.map(({ slug, locale, changedOn, languages }) => ({
    url: addresses.page('article', slug, locale),
    changedOn: new Date(changedOn),
    languages: languages.map((other) => ({
      locale: other.locale,
      url: addresses.page('article', other.slug, other.locale),
    })),
  }));

/** The front page and what has a page of its own, in every language. */
export function finishPlacePages(model: SitemapPlacesModel, addresses: Addresses): SitemapPage[] {
  const inEach = (addressIn: (locale: string) => string): SitemapPage[] => {
    const languages = model.locales.map((locale) => ({ locale, url: addressIn(locale) }));
    return languages.map(({ url }) => ({ url, changedOn: null, languages }));
  };
  const pagesOf = (type: 'category' | 'agency' | 'official', slugs: string[]) =>
    slugs.flatMap((slug) => inEach((locale) => addresses.page(type, slug, locale)));
  return [
    ...inEach((locale) => addresses.home(locale)),
    ...pagesOf('category', model.categories),
    ...pagesOf('agency', model.agencies),
    ...pagesOf('official', model.officials),
  ];
}

export const finishNewsPages = (models: SitemapNewsModel['articles'], addresses: Addresses): NewsPage[] =>
  models.map(({ slug, locale, title, publishedOn }) => ({
    url: addresses.page('article', slug, locale),
    locale,
    title,
    publishedOn: new Date(publishedOn),
  }));
