import type { Core } from '@strapi/strapi';
import type { Feed } from '../../../../../contract';
import { DEFAULT_LOCALE } from '../../../../../vietnamese';
import { directiveFeed, type DirectiveFeedModel } from '../queries/directive-feed';
import { finishDirectiveFeed } from './finish-feed';

/** The languages of the feeds; the default one has no part of its own in their addresses. */
const LOCALES = [DEFAULT_LOCALE, 'en'];

/** `/feeds/directives.rss`, `/feeds/en/directives.rss`, in each format. */
export const directiveFeeds = LOCALES.map((locale) => {
  const path = locale === DEFAULT_LOCALE ? '/feeds/directives' : `/feeds/${locale}/directives`;
  return { path, read: (strapi: Core.Strapi) => read(strapi, locale, path) };
});

async function read(
  strapi: Core.Strapi,
  locale: string,
  path: string,
): Promise<{ feed: Feed; secondsToNextChange: number }> {
  const addresses = strapi.plugin('portal-feeds').service('addresses');
  const { model, publisher }: { model: DirectiveFeedModel; publisher: string } = await strapi
    .plugin('portal-feeds')
    .service('reader')
    .published(directiveFeed(locale));
  const [folder = ''] = addresses.patterns().directive.split('/{slug}');
  const place = {
    address: addresses.file(path),
    query: '',
    page: addresses.home(locale).replace(/\/$/, '') + folder,
  };
  const feed = finishDirectiveFeed(model, locale, place, {
    addresses: { page: (slug) => addresses.page('directive', slug, locale), file: addresses.file },
    publisher,
  });
  return { feed, secondsToNextChange: model.secondsToNextChange };
}
