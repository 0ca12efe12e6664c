import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { parameters, readParameters, readSlug, type ContractAnswers } from '../../../../../contract';
import { sendAnswer } from '../send-answer';
import { sendFormerAddress } from '../send-former-address';

const ABSENT = 'Không có danh sách tin này.';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const answers: ContractAnswers = strapi.plugin('portal-feeds').service('answers');
  const defaultList: { slug: string } = strapi.plugin('newsroom').service('default-list');

  async function answerWith(ctx: Context, collection: string) {
    const { locale } = readParameters(ctx.querystring, parameters.localeOnly);
    const slug = readSlug(collection, ABSENT);
    const list = await answers.latestNews(locale, slug);
    if (list) return sendAnswer(ctx, list);
    const found = await strapi.plugin('portal-feeds').service('resolver').formerCollection(slug, locale);
    sendFormerAddress(ctx, found, ABSENT);
  }

  return {
    /** GET /latest-news */
    list: (ctx: Context) => answerWith(ctx, defaultList.slug),

    /** GET /latest-news/{slug} */
    collection: (ctx: Context) => answerWith(ctx, ctx.params.slug),
  };
};
