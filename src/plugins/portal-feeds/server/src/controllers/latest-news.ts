import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { parameters, readParameters, readSlug, type LatestNews } from '../../../../../contract';
import { sendJson } from '../../../../../response-cache';
import { toPortalInstant } from '../../../../../vietnamese';
import { createAddresses } from '../answers/addresses';
import { finishCard } from '../answers/finish-card';
import { parseOptions } from '../config';
import { latestNews, type LatestNewsModel } from '../queries/latest-news';
import { sendFormerAddress } from '../send-former-address';

const ABSENT = 'Không có danh sách tin này.';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const addresses = createAddresses(parseOptions(strapi.config.get('plugin::portal-feeds')));
  const reader = strapi.plugin('portal-feeds').service('reader');
  const defaultList: { slug: string } = strapi.plugin('newsroom').service('default-list');

  async function answerWith(ctx: Context, collection: string) {
    const { locale } = readParameters(ctx.querystring, parameters.localeOnly);
    const slug = readSlug(collection, ABSENT);
    const model: LatestNewsModel = await reader.model(latestNews(locale, slug));
    if (!model) {
      const found = await strapi.plugin('portal-feeds').service('resolver').formerCollection(slug, locale);
      return sendFormerAddress(ctx, found, ABSENT);
    }

    const answer: LatestNews = {
      data: model.cards.map((card) => finishCard(card, addresses)),
      meta: { collection: model.collection, changedOn: toPortalInstant(new Date(model.changedOn)) },
    };
    await sendJson(ctx, answer, model.secondsToNextChange);
  }

  return {
    /** GET /latest-news */
    list: (ctx: Context) => answerWith(ctx, defaultList.slug),

    /** GET /latest-news/{slug} */
    collection: (ctx: Context) => answerWith(ctx, ctx.params.slug),
  };
};
