import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { SearchAnswers, SearchHit } from '../../../../../contract';
import { readKeystrokes } from '../../../../../vietnamese';
import { excerptOf } from '../answers/excerpt';
import { suggestionFrom } from '../answers/suggestion';
import { filtersById, search, type HitPosition, type SearchModel } from '../queries/search';
import { suggest, type SuggestModel } from '../queries/suggest';
import { parseQuery } from '../requests/parse-query';
import { sources } from '../schema/sources';

const hitPosition: z.ZodType<HitPosition> = z.tuple([z.union([z.int(), z.string()]), z.string()]);

type RegisteredCard = {
  type: string;
  sql: string;
  finish(strapi: Core.Strapi, model: unknown, locale: string): object;
};

/** The contract's answers of search, by portal-feeds' reader and the cards that plugins registered with it. */
export default ({ strapi }: { strapi: Core.Strapi }): SearchAnswers => {
  const feeds = strapi.plugin('portal-feeds');
  const cards = (): readonly RegisteredCard[] => feeds.service('registry').cards();

  return {
    async search(locale, { limit, cursor, q, type, category, agency, from, to, sort }) {
      // In the order of the parameters, since a cursor is signed with them.
      const filters = { locale, q, type, category, agency, from, to, sort };
      const list = {
        path: '/search',
        filters,
        limit,
        cursor,
        position: hitPosition,
        filtersById: () => feeds.service('reader').model(filtersById(locale, filters)),
      };
      const { after, cut } = await feeds.service('lists').paging(list);
      const registered = { cards: cards(), sources: sources(strapi) };
      const ask = (typed: string): Promise<SearchModel> =>
        feeds.service('reader').model(search(locale, parseQuery(typed), filters, after, limit, registered));
      let model = await ask(q);
      const read = readKeystrokes(q);
      const asRead = model.isExact || read === q ? null : await ask(read);
      const isRead = asRead !== null && (asRead.isExact || (model.types.length === 0 && asRead.types.length > 0));
      if (isRead) model = asRead;
      const { page, nextCursor } = cut(model.hits, model.filtersById);
      const segments = model.segments.flat();
      const hits = (page as SearchModel['hits']).map((hit) => {
        const card = cards().find((one) => one.type === hit.type)!;
        return {
          type: hit.type,
          card: card.finish(strapi, hit.card, locale),
          ...excerptOf(hit.text ?? '', segments),
        } as SearchHit;
      });
      const meta = {
        nextCursor,
        filters: {
          ...(category !== undefined && { category: model.filters.category ?? null }),
          ...(agency !== undefined && { agency: model.filters.agency ?? null }),
        },
        types: model.types,
        suggestion: (model.nearest && suggestionFrom(isRead ? read : q, model.nearest)) ?? (isRead ? read : null),
      };
      const isCounted = !model.isExact && !category && !agency && !from && !to && !cursor;
      const onSent = isCounted
        ? () => strapi.plugin('portal-search').service('no-result-searches').count(q)
        : undefined;
      return { answer: { data: hits, meta }, secondsToNextChange: model.secondsToNextChange, onSent };
    },

    async suggest(locale, q) {
      const ask = (typed: string): Promise<SuggestModel> =>
        feeds.service('reader').model(suggest(locale, parseQuery(typed).main, sources(strapi)));
      let model = await ask(q);
      const read = readKeystrokes(q);
      if (model.found.length === 0 && read !== q) model = await ask(read);
      const data = model.found.map(({ type, text, slug }) => ({
        type,
        text,
        url: feeds.service('addresses').page(type, slug, locale),
      }));
      return { answer: { data, meta: {} }, secondsToNextChange: model.secondsToNextChange };
    },
  };
};
