import { z } from 'zod';
import * as contract from '../../../../contract';
import type { FeedKind } from './queries/feed-source';
import { FEED_FOLDERS } from './services/feeds';
import type { RegisteredFeed, RegisteredOperation, Registration } from './services/registry';

const { parameters } = contract;

export const articleParameters = parameters.localeOnly.extend({
  category: parameters.name.optional(),
  agency: parameters.name.optional(),
  includePredecessors: parameters.flag.optional(),
  mentions: parameters.name.optional(),
  official: parameters.name.optional(),
  from: parameters.day.optional(),
  to: parameters.day.optional(),
  ...parameters.paged,
});

/** Parameters of agencies and officials: as of a day. */
export const directoryParameters = parameters.localeOnly.extend({ at: parameters.day.optional() });

export const officialParameters = directoryParameters.extend(parameters.paged);

export const resolveParameters = z.object({ url: parameters.address, locale: parameters.locale });

const action = (name: string): string => `plugin::portal-feeds.${name}`;

/** The answers of newsroom and directory. */
const operations: readonly RegisteredOperation[] = [
  {
    path: '/articles',
    operationId: 'articlesList',
    handler: action('articles.list'),
    summary: 'Cards of articles, newest first',
    parameters: articleParameters,
    answer: contract.articleCards,
  },
  {
    path: '/articles/{slug}',
    operationId: 'articlesOne',
    handler: action('articles.one'),
    summary: 'One article, whole',
    parameters: parameters.localeOnly,
    answer: contract.oneArticle,
    canLeave: true,
  },
  {
    path: '/articles/{slug}/neighbours',
    operationId: 'articlesNeighbours',
    handler: action('articles.neighbours'),
    summary: 'Five cards each side of an article in its category, the nearest first',
    parameters: parameters.localeOnly,
    answer: contract.neighbours,
    canLeave: true,
  },
  {
    path: '/latest-news',
    operationId: 'latestNewsList',
    handler: action('latest-news.list'),
    summary: 'The default collection of latest news',
    parameters: parameters.localeOnly,
    answer: contract.latestNews,
    canBeAbsent: true,
  },
  {
    path: '/latest-news/{slug}',
    operationId: 'latestNewsCollection',
    handler: action('latest-news.collection'),
    summary: 'A collection that editors made',
    parameters: parameters.localeOnly,
    answer: contract.latestNews,
    canLeave: true,
  },
  {
    path: '/categories',
    operationId: 'categoriesTree',
    handler: action('categories.tree'),
    summary: 'The tree of categories',
    parameters: parameters.localeOnly,
    answer: contract.categories,
  },
  {
    path: '/officials',
    operationId: 'officialsList',
    handler: action('officials.list'),
    summary: 'People in office, by agency and rank',
    parameters: officialParameters,
    answer: contract.officials,
  },
  {
    path: '/officials/{slug}',
    operationId: 'officialsOne',
    handler: action('officials.one'),
    summary: 'One official, with posts past and present',
    parameters: directoryParameters,
    answer: contract.oneOfficial,
    canLeave: true,
  },
  {
    path: '/agencies',
    operationId: 'agenciesTree',
    handler: action('agencies.tree'),
    summary: 'The tree of agencies that exist',
    parameters: directoryParameters,
    answer: contract.agencies,
  },
  {
    path: '/agencies/{slug}',
    operationId: 'agenciesOne',
    handler: action('agencies.one'),
    summary: 'One agency, with its people',
    parameters: directoryParameters,
    answer: contract.oneAgency,
    canLeave: true,
  },
  {
    path: '/resolve',
    operationId: 'resolveOne',
    handler: action('resolve.one'),
    summary: 'What became of any address or slug that the portal ever had',
    parameters: resolveParameters,
    answer: contract.oneAddress,
    canBeAbsent: true,
  },
  {
    path: '/openapi.json',
    operationId: 'openapiDocument',
    handler: action('openapi.document'),
    summary: 'This document',
    parameters: parameters.none,
    answer: z.looseObject({ openapi: z.literal('3.1.1') }),
  },
];

/** The schemas of these answers, by the names that generated clients give to their types. */
const schemas: contract.NamedSchemas = {
  AgenciesAnswer: contract.agencies,
  Agency: contract.agency,
  AgencyAnswer: contract.oneAgency,
  AgencyInTree: contract.agencyInTree,
  Article: contract.article,
  ArticleAnswer: contract.oneArticle,
  ArticleCardsAnswer: contract.articleCards,
  Block: contract.block,
  Card: contract.card,
  CategoriesAnswer: contract.categories,
  Category: contract.category,
  Image: contract.image,
  LatestNewsAnswer: contract.latestNews,
  NeighboursAnswer: contract.neighbours,
  Official: contract.official,
  OfficialAnswer: contract.oneOfficial,
  OfficialInList: contract.officialInList,
  OfficialsAnswer: contract.officials,
};

const articleFeed = (kind: FeedKind, flags: readonly string[] = []): RegisteredFeed => ({
  path: `${FEED_FOLDERS[kind]}/:slug`,
  flags,
  read: (strapi, ctx) => {
    const given = new URLSearchParams(ctx.querystring);
    const chosen = flags.filter((name) => given.get(name) === 'true');
    return strapi.plugin('portal-feeds').service('feeds').read(ctx, kind, chosen.includes('includePredecessors'));
  },
});

/** The answers of portal-feeds itself, in the form in which other plugins register theirs. */
export const registration = {
  operations,
  schemas,
  feeds: [articleFeed('collection'), articleFeed('category'), articleFeed('agency', ['includePredecessors'])],
  pages: [
    { path: '/sitemap.xml', handler: action('sitemaps.index') },
    { path: '/sitemap-news.xml', handler: action('sitemaps.news') },
    { path: '/sitemaps/places.xml', handler: action('sitemaps.places') },
    { path: '/sitemaps/:name.xml', handler: action('sitemaps.articles') },
  ],
  watchedPlugins: ['newsroom', 'directory'],
  watchedTables: [
    { name: 'files', condition: 'true' },
    { name: 'i18n_locale', condition: 'true' },
  ],
} satisfies Registration;
