import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { cursorPaging, type ContractAnswers } from '../../../../../contract';
import { toPortalInstant } from '../../../../../vietnamese';
import type { Addresses } from '../answers/addresses';
import { buildTree } from '../answers/build-tree';
import { agencyTree, finishAgency } from '../answers/finish-agency';
import { finishArticle } from '../answers/finish-article';
import { finishCard } from '../answers/finish-card';
import { finishOfficial, finishOfficialInList } from '../answers/finish-official';
import { parseOptions } from '../config';
import { agencies, agency, type AgenciesModel, type AgencyModel } from '../queries/agency';
import { article, type ArticleModel } from '../queries/article';
import { articleCards, filtersById, type ArticleCardsModel, type ArticlePosition } from '../queries/article-cards';
import type { CardModel } from '../queries/card';
import { categories, type CategoryModel } from '../queries/categories';
import { latestNews, type LatestNewsModel } from '../queries/latest-news';
import { neighbours, type NeighboursModel } from '../queries/neighbours';
import { official, type OneOfficialModel } from '../queries/official';
import { officials, type OfficialPosition, type OfficialsModel } from '../queries/officials';

const articlePosition: z.ZodType<ArticlePosition> = z.tuple([z.string(), z.string()]);
const officialPosition: z.ZodType<OfficialPosition> = z.tuple([
  z.int(),
  z.string(),
  z.int(),
  z.string(),
  z.string(),
  z.string(),
]);

type Published<Model> = { model: Model | null; publisher: string };

/** The contract's answers: one statement each on the read pool, and a pure function that finishes its row. */
export default ({ strapi }: { strapi: Core.Strapi }): ContractAnswers => {
  const options = parseOptions(strapi.config.get('plugin::portal-feeds'));
  const addresses: Addresses = strapi.plugin('portal-feeds').service('addresses');
  const reader = strapi.plugin('portal-feeds').service('reader');
  const registry = strapi.plugin('portal-feeds').service('registry');
  const defaultList: { slug: string } = strapi.plugin('newsroom').service('default-list');
  const card = (model: CardModel) => finishCard(model, addresses);

  return {
    async articles(locale, { limit, cursor, category, agency, includePredecessors, mentions, official, from, to }) {
      // In the order of the parameters, since a cursor is signed with them.
      const filters = { locale, category, agency, includePredecessors, mentions, official, from, to };
      const list = { path: '/articles', filters, limit, cursor, position: articlePosition };
      const { after, cut } = await cursorPaging({
        ...list,
        filtersById: () => reader.model(filtersById(locale, filters)),
        secret: options.cursorSecret,
      });
      const model: ArticleCardsModel = await reader.model(articleCards(locale, filters, after, limit));
      const { page, nextCursor } = cut(model.cards, model.filtersById);
      return {
        answer: { data: page.map(card), meta: { nextCursor, filters: model.filters } },
        secondsToNextChange: model.secondsToNextChange,
      };
    },

    async article(locale, slug) {
      const { model, publisher }: Published<ArticleModel> = await reader.published(
        article(locale, slug, registry.close().citesSql),
      );
      if (!model) return null;
      const { placeFiles } = strapi.plugin('body-editor').service('body');
      const data = finishArticle(model, addresses, publisher, placeFiles);
      return { answer: { data, meta: {} }, secondsToNextChange: model.secondsToNextChange };
    },

    async neighbours(locale, slug) {
      const model: NeighboursModel = await reader.model(neighbours(locale, slug));
      if (!model) return null;
      const data = { newer: model.newer.map(card), older: model.older.map(card) };
      return { answer: { data, meta: {} }, secondsToNextChange: model.secondsToNextChange };
    },

    async latestNews(locale, slug = defaultList.slug) {
      const model: LatestNewsModel = await reader.model(latestNews(locale, slug));
      if (!model) return null;
      const meta = { collection: model.collection, changedOn: toPortalInstant(new Date(model.changedOn)) };
      return { answer: { data: model.cards.map(card), meta }, secondsToNextChange: model.secondsToNextChange };
    },

    async categories(locale) {
      const models: CategoryModel[] = await reader.model(categories(locale));
      const data = buildTree(models, ({ id, slug, name, description }) => ({
        id,
        slug,
        name,
        description: description || null,
      }));
      return { answer: { data, meta: {} }, secondsToNextChange: null };
    },

    async officials(locale, { limit, cursor, at }) {
      const list = { path: '/officials', filters: { locale, at }, limit, cursor, position: officialPosition };
      const { after, cut } = await cursorPaging({ ...list, secret: options.cursorSecret });
      const model: OfficialsModel = await reader.model(officials(locale, at ?? null, after, limit));
      const { page, nextCursor } = cut(model.officials);
      const data = page.map((one) => finishOfficialInList(one, locale, addresses));
      return { answer: { data, meta: { nextCursor } }, secondsToNextChange: model.secondsToNextChange };
    },

    async official(locale, slug, at) {
      const model: OneOfficialModel = await reader.model(official(locale, slug, at ?? null));
      if (!model) return null;
      const data = finishOfficial(model, locale, addresses);
      return { answer: { data, meta: {} }, secondsToNextChange: model.secondsToNextChange };
    },

    async agencies(locale, at) {
      const model: AgenciesModel = await reader.model(agencies(locale, at ?? null));
      return {
        answer: { data: agencyTree(model.agencies), meta: {} },
        secondsToNextChange: model.secondsToNextChange,
      };
    },

    async agency(locale, slug, at) {
      const model: AgencyModel = await reader.model(agency(locale, slug, at ?? null));
      if (!model) return null;
      const data = finishAgency(model, locale, addresses);
      return { answer: { data, meta: {} }, secondsToNextChange: model.secondsToNextChange };
    },
  };
};
