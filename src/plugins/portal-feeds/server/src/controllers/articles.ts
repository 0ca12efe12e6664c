import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { parameters, readParameters, readSlug, type ContractAnswers } from '../../../../../contract';
import { sendAnswer } from '../send-answer';
import { sendFormerAddress } from '../send-former-address';
import { articleParameters } from '../registration';

const ABSENT = 'Không có bài viết này.';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const answers: ContractAnswers = strapi.plugin('portal-feeds').service('answers');
  const resolver = strapi.plugin('portal-feeds').service('resolver');

  return {
    /** GET /articles */
    async list(ctx: Context) {
      const { locale, ...request } = readParameters(ctx.querystring, articleParameters);
      await sendAnswer(ctx, await answers.articles(locale, request));
    },

    /** GET /articles/{slug} */
    async one(ctx: Context) {
      const { locale } = readParameters(ctx.querystring, parameters.localeOnly);
      const slug = readSlug(ctx.params.slug, ABSENT);
      const found = await answers.article(locale, slug);
      if (!found) return sendFormerAddress(ctx, await resolver.thing('article', slug, locale), ABSENT);
      await sendAnswer(ctx, found);
    },

    /** GET /articles/{slug}/neighbours */
    async neighbours(ctx: Context) {
      const { locale } = readParameters(ctx.querystring, parameters.localeOnly);
      const slug = readSlug(ctx.params.slug, ABSENT);
      const found = await answers.neighbours(locale, slug);
      if (!found) return sendFormerAddress(ctx, await resolver.thing('article', slug, locale), ABSENT);
      await sendAnswer(ctx, found);
    },
  };
};
