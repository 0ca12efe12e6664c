import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { readSlug, type Address } from '../../../../../contract';
import { DEFAULT_LOCALE } from '../../../../../vietnamese';
import type { Addresses } from '../answers/addresses';
import { parseOptions } from '../config';
import { feed, type FeedModel } from '../queries/feed';
import type { FeedKind } from '../queries/feed-source';
import { slugOfDocument } from '../queries/slug-of-document';
import { sendFormerAddress } from '../send-former-address';
import { finishFeed } from '../syndication/finish-feed';
import { requestedFormat } from '../syndication/send-feed';
import type { TimedFeed } from './registry';
import type { Resolved } from './resolver';

const ABSENT = 'Không có nguồn tin này.';

const FOLDERS: Record<FeedKind, string> = {
  collection: '',
  category: '/categories',
  agency: '/agencies',
};

/** Where the feeds of a kind in a language are. */
export const feedFolder = (kind: FeedKind, locale: string): string =>
  (locale === DEFAULT_LOCALE ? '/feeds' : `/feeds/${locale}`) + FOLDERS[kind];

/** The feeds of articles: of a collection of latest news, of a category with its subtree, of an agency. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const options = parseOptions(strapi.config.get('plugin::portal-feeds'));
  const addresses: Addresses = strapi.plugin('portal-feeds').service('addresses');

  const pageOf = (kind: FeedKind, slug: string, locale: string): string =>
    kind === 'collection' ? addresses.home(locale) : addresses.page(kind, slug, locale);

  /** As `RegisteredFeed.read`. */
  async function read(
    ctx: Context,
    kind: FeedKind,
    locale: string,
    includePredecessors = false,
  ): Promise<TimedFeed | undefined> {
    const slug = readSlug(ctx.params.slug, ABSENT);
    const query = includePredecessors ? '?includePredecessors=true' : '';
    const addressOf = (current: string) => `${feedFolder(kind, locale)}/${encodeURIComponent(current)}`;

    const reader = strapi.plugin('portal-feeds').service('reader');
    const { model, publisher }: { model: FeedModel; publisher: string } = await reader
      .published(feed(locale, kind, slug, includePredecessors))
      .catch(absentIfInvalid);
    if (!model) {
      const resolver = strapi.plugin('portal-feeds').service('resolver');
      const former: Resolved | null = await (kind === 'collection'
        ? resolver.formerCollection(slug, locale)
        : resolver.thing(kind, slug, locale));
      sendFormerAddress(ctx, former ?? (await ofDocument(kind, slug, locale)), ABSENT, (now) =>
        now.type === kind ? `${addressOf(now.slug)}.${requestedFormat(ctx)}${query}` : null,
      );
      return undefined;
    }
    const page = pageOf(kind, model.slug, model.locale);
    const location = { address: options.publicUrl + addressOf(model.slug), query, page };
    const { placeFiles } = strapi.plugin('body-editor').service('body');
    const finished = finishFeed(model, kind, location, { addresses, placeFiles, publisher });
    return { feed: finished, secondsToNextChange: model.secondsToNextChange };
  }

  /** Where the feed of a document id is, as of a former slug. */
  async function ofDocument(kind: FeedKind, documentId: string, locale: string): Promise<Resolved | null> {
    const slug: string | null = await strapi
      .plugin('portal-feeds')
      .service('reader')
      .model(slugOfDocument(locale, kind, documentId));
    if (slug === null) return null;
    const address: Address = {
      outcome: 'moved',
      type: kind,
      slug,
      url: pageOf(kind, slug, locale),
      reason: null,
      on: null,
    };
    return { address, locale, secondsToNextChange: null, collection: null };
  }

  return { read };
};

/** A language that the newsroom does not use has no feeds. */
function absentIfInvalid(error: Error): never {
  throw error instanceof errors.ValidationError ? new errors.NotFoundError(ABSENT) : error;
}
