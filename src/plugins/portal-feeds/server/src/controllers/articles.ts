import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { finishArticle } from '../answers/finish-article';
import { finishCard } from '../answers/finish-card';
import { createAddresses } from '../answers/addresses';
import { parseOptions } from '../config';
import type { ArticleCards, Neighbours, OneArticle } from '../contract';
import { article, type ArticleModel } from '../queries/article';
import { articleCards, type ArticleCardsModel, type Place } from '../queries/article-cards';
import { neighbours, type NeighboursModel } from '../queries/neighbours';
import { cutPage, readCursor } from '../requests/cursor';
import * as parametersOf from '../requests/parameters-of';
import { readParameters } from '../requests/read-parameters';
import { readSlug } from '../requests/read-slug';
import { send } from '../send';
import { sendFormerAddress } from '../send-former-address';

const ABSENT = 'Không có bài viết này.';

const place: z.ZodType<Place> = z.tuple([z.string(), z.string()]);

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const options = parseOptions(strapi.config.get('plugin::portal-feeds'));
  const addresses = createAddresses(options);
  const reader = strapi.plugin('portal-feeds').service('reader');
  const resolver = strapi.plugin('portal-feeds').service('resolver');

  return {
    /** GET /articles */
    async list(ctx: Context) {
      const { limit, cursor, ...filters } = readParameters(ctx.querystring, parametersOf.articles);
      const { locale } = filters;
      const list = `/articles ${JSON.stringify(filters)}`;
      const after = cursor === undefined ? null : readCursor(cursor, list, options.cursorSecret, place);
      const model: ArticleCardsModel = await reader.model(articleCards(locale, filters, after, limit));

      const { page, nextCursor } = cutPage(model.cards, limit, list, options.cursorSecret);
      const answer: ArticleCards = { data: page.map((card) => finishCard(card, addresses)), meta: { nextCursor } };
      await send(ctx, answer, model.secondsToNextChange);
    },

    /** GET /articles/{slug} */
    async one(ctx: Context) {
      const { locale } = readParameters(ctx.querystring, parametersOf.anyPath);
      const slug = readSlug(ctx.params.slug, ABSENT);
      const model: ArticleModel | null = await reader.model(article(locale, slug));
      if (!model) return sendFormerAddress(ctx, await resolver.thing('article', slug, locale), ABSENT);

      const { placeFiles } = strapi.plugin('body-editor').service('body');
      const answer: OneArticle = { data: finishArticle(model, addresses, options.publisher, placeFiles), meta: {} };
      await send(ctx, answer, model.secondsToNextChange);
    },

    /** GET /articles/{slug}/neighbours */
    async neighbours(ctx: Context) {
      const { locale } = readParameters(ctx.querystring, parametersOf.anyPath);
      const slug = readSlug(ctx.params.slug, ABSENT);
      const model: NeighboursModel = await reader.model(neighbours(locale, slug));
      if (!model) return sendFormerAddress(ctx, await resolver.thing('article', slug, locale), ABSENT);

      const [newer, older] = [model.newer, model.older].map((side) => side.map((card) => finishCard(card, addresses)));
      const answer: Neighbours = { data: { newer: newer!, older: older! }, meta: {} };
      await send(ctx, answer, model.secondsToNextChange);
    },
  };
};
