import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { createAddresses } from '../answers/addresses';
import { parseOptions } from '../config';
import { feed, type FeedModel } from '../queries/feed';
import type { FeedKind } from '../queries/feed-source';
import { readSlug } from '../requests/read-slug';
import { sendBytes } from '../send';
import { sendFormerAddress } from '../send-former-address';
import type { Feed, FeedFormat } from '../syndication/feed';
import { finishFeed } from '../syndication/finish-feed';
import { renderAtom } from '../syndication/render-atom';
import { renderJsonFeed } from '../syndication/render-json-feed';
import { renderRss } from '../syndication/render-rss';

/** Of a collection whose slug is of another language alone, that language. */
const LOCALE = 'vi';
const ABSENT = 'Không có nguồn tin này.';

const FORMATS: Record<FeedFormat, { type: string; render: (feed: Feed) => string }> = {
  rss: { type: 'application/rss+xml; charset=utf-8', render: renderRss },
  atom: { type: 'application/atom+xml; charset=utf-8', render: renderAtom },
  json: { type: 'application/feed+json; charset=utf-8', render: renderJsonFeed },
};

const FOLDERS: Record<FeedKind, string> = {
  collection: '/feeds/',
  category: '/feeds/categories/',
  agency: '/feeds/agencies/',
};

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const options = parseOptions(strapi.config.get('plugin::portal-feeds'));
  const addresses = createAddresses(options);
  const reader = strapi.plugin('portal-feeds').service('reader');
  const resolver = strapi.plugin('portal-feeds').service('resolver');

  async function answerWith(ctx: Context, kind: FeedKind, includePredecessors = false) {
    const slug = readSlug(ctx.params.slug, ABSENT);
    // The router takes any case.
    const format = ctx.params.format.toLowerCase() as FeedFormat;
    const query = includePredecessors ? '?includePredecessors=true' : '';
    const addressOf = (current: string) => FOLDERS[kind] + encodeURIComponent(current);

    const model: FeedModel = await reader.model(feed(LOCALE, kind, slug, includePredecessors));
    if (!model) {
      const found = kind === 'collection' ? null : await resolver.thing(kind, slug, LOCALE);
      return sendFormerAddress(ctx, found, ABSENT, (now) =>
        now.type === kind ? `${addressOf(now.slug)}.${format}${query}` : null,
      );
    }
    const page = kind === 'collection' ? addresses.home(model.locale) : addresses.page(kind, model.slug, model.locale);
    const place = { address: options.publicUrl + addressOf(model.slug), query, page };
    const { placeFiles } = strapi.plugin('body-editor').service('body');
    const { type, render } = FORMATS[format];
    const finished = finishFeed(model, kind, place, { addresses, placeFiles, publisher: options.publisher });
    await sendBytes(ctx, Buffer.from(render(finished)), type, model.secondsToNextChange);
  }

  return {
    /** GET /feeds/{collection}.rss, .atom, .json */
    collection: (ctx: Context) => answerWith(ctx, 'collection'),

    /** GET /feeds/categories/{slug}.rss, .atom, .json */
    category: (ctx: Context) => answerWith(ctx, 'category'),

    /** GET /feeds/agencies/{slug}.rss, .atom, .json */
    agency: (ctx: Context) =>
      answerWith(ctx, 'agency', new URLSearchParams(ctx.querystring).get('includePredecessors') === 'true'),
  };
};
