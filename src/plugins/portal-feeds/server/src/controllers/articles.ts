import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import {
  cursorPaging,
  parameters,
  readParameters,
  readSlug,
  type ArticleCards,
  type Neighbours,
  type OneArticle,
} from '../../../../../contract';
import { sendJson } from '../../../../../response-cache';
import { finishArticle } from '../answers/finish-article';
import { finishCard } from '../answers/finish-card';
import { createAddresses } from '../answers/addresses';
import { parseOptions } from '../config';
import { article, type ArticleModel } from '../queries/article';
import { articleCards, type ArticleCardsModel, type ArticlePosition } from '../queries/article-cards';
import { neighbours, type NeighboursModel } from '../queries/neighbours';
import { sendFormerAddress } from '../send-former-address';
import { articleParameters } from '../registration';

const ABSENT = 'Không có bài viết này.';

const position: z.ZodType<ArticlePosition> = z.tuple([z.string(), z.string()]);

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const options = parseOptions(strapi.config.get('plugin::portal-feeds'));
  const addresses = createAddresses(options);
  const reader = strapi.plugin('portal-feeds').service('reader');
  const resolver = strapi.plugin('portal-feeds').service('resolver');

  return {
    /** GET /articles */
    async list(ctx: Context) {
      const { limit, cursor, ...filters } = readParameters(ctx.querystring, articleParameters);
      const { locale } = filters;
      const request = { path: '/articles', filters, limit, cursor, position, secret: options.cursorSecret };
      const { after, cut } = cursorPaging(request);
      const model: ArticleCardsModel = await reader.model(articleCards(locale, filters, after, limit));

      const { page, nextCursor } = cut(model.cards);
      const answer: ArticleCards = { data: page.map((card) => finishCard(card, addresses)), meta: { nextCursor } };
      await sendJson(ctx, answer, model.secondsToNextChange);
    },

    /** GET /articles/{slug} */
    async one(ctx: Context) {
      const { locale } = readParameters(ctx.querystring, parameters.localeOnly);
      const slug = readSlug(ctx.params.slug, ABSENT);
      const model: ArticleModel | null = await reader.model(article(locale, slug));
      if (!model) return sendFormerAddress(ctx, await resolver.thing('article', slug, locale), ABSENT);

      const { placeFiles } = strapi.plugin('body-editor').service('body');
      const answer: OneArticle = { data: finishArticle(model, addresses, options.publisher, placeFiles), meta: {} };
      await sendJson(ctx, answer, model.secondsToNextChange);
    },

    /** GET /articles/{slug}/neighbours */
    async neighbours(ctx: Context) {
      const { locale } = readParameters(ctx.querystring, parameters.localeOnly);
      const slug = readSlug(ctx.params.slug, ABSENT);
      const model: NeighboursModel = await reader.model(neighbours(locale, slug));
      if (!model) return sendFormerAddress(ctx, await resolver.thing('article', slug, locale), ABSENT);

      const [newer, older] = [model.newer, model.older].map((side) => side.map((card) => finishCard(card, addresses)));
      const answer: Neighbours = { data: { newer: newer!, older: older! }, meta: {} };
      await sendJson(ctx, answer, model.secondsToNextChange);
    },
  };
};
