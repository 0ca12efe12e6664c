import { z } from 'zod';
import * as contract from '../../../../contract';
import { DEFAULT_LOCALE } from '../../../../vietnamese';
import { finishAgencyInTree } from './answers/finish-agency';
import { finishCard } from './answers/finish-card';
import { finishOfficialInList } from './answers/finish-official';
import type { AgencyInTreeModel } from './queries/agency';
import type { CardModel } from './queries/card';
import { agencyCard, articleCard, officialCard } from './queries/cards';
import type { FeedKind } from './queries/feed-source';
import type { OfficialModel } from './queries/officials';
import { feedFolder } from './services/feeds';
import type { RegisteredCard, RegisteredFeed, RegisteredOperation, Registration } from './services/registry';

const { parameters } = contract;

const described = <Type extends z.ZodType>(type: Type, description: string, schema: object = {}) =>
  type.optional().meta({ openapi: { description, ...schema } });

const named = (what: string) =>
  described(parameters.name, `${what}: by its slug, any slug that it had, or its document id.`);

const DAY = { type: 'string', format: 'date' };
const day = (what: string) => described(parameters.day, `${what}, YYYY-MM-DD.`, DAY);

export const articleParameters = parameters.localeOnly.extend({
  category: named('The category, with all that lies under it'),
  agency: named('The agency that owns the articles'),
  includePredecessors: described(
    parameters.flag,
    'Whether the articles of the agencies that this agency succeeded are among them.',
    { type: 'boolean' },
  ),
  mentions: named('An agency that the articles name'),
  official: named('An official whom the articles name'),
  from: day('The first day of the portal’s calendar on which they were published'),
  to: day('The last day of the portal’s calendar on which they were published'),
  ...parameters.paged,
});

/** Parameters of agencies and officials: as of a day. */
export const directoryParameters = parameters.localeOnly.extend({
  at: day('The day of the portal’s calendar as of which the directory is given; today without it'),
});

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
    description:
      'Newest `publishedOn` first, ties by id. A walk through the pages shows nothing twice, whatever editors publish meanwhile. There is no total.',
    parameters: articleParameters,
    answer: contract.articleCards,
  },
  {
    path: '/articles/{slug}',
    operationId: 'articlesOne',
    handler: action('articles.one'),
    summary: 'One article, whole',
    description: 'All that its page shows except the live lists.',
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
    description: 'It changes on its own, so it is fetched apart from the article that is read.',
    parameters: parameters.localeOnly,
    answer: contract.latestNews,
    canBeAbsent: true,
  },
  {
    path: '/latest-news/{slug}',
    operationId: 'latestNewsCollection',
    handler: action('latest-news.collection'),
    summary: 'A collection that editors made',
    description: 'Of a category, an agency or another size, with articles pinned to places for a time.',
    parameters: parameters.localeOnly,
    answer: contract.latestNews,
    canLeave: true,
  },
  {
    path: '/categories',
    operationId: 'categoriesTree',
    handler: action('categories.tree'),
    summary: 'The tree of categories',
    description: 'In the order that editors gave it.',
    parameters: parameters.localeOnly,
    answer: contract.categories,
  },
  {
    path: '/officials',
    operationId: 'officialsList',
    handler: action('officials.list'),
    summary: 'People in office, by agency and rank',
    description: 'Those of today, or of the day `at`.',
    parameters: officialParameters,
    answer: contract.officials,
  },
  {
    path: '/officials/{slug}',
    operationId: 'officialsOne',
    handler: action('officials.one'),
    summary: 'One official, with posts past and present',
    description: 'With the latest articles that name the official.',
    parameters: directoryParameters,
    answer: contract.oneOfficial,
    canLeave: true,
  },
  {
    path: '/agencies',
    operationId: 'agenciesTree',
    handler: action('agencies.tree'),
    summary: 'The tree of agencies that exist',
    description: 'Those of today, or of the day `at`.',
    parameters: directoryParameters,
    answer: contract.agencies,
  },
  {
    path: '/agencies/{slug}',
    operationId: 'agenciesOne',
    handler: action('agencies.one'),
    summary: 'One agency, with its people',
    description: 'With what stands above and under it, its predecessors and successors, and its latest articles.',
    parameters: directoryParameters,
    answer: contract.oneAgency,
    canLeave: true,
  },
  {
    path: '/resolve',
    operationId: 'resolveOne',
    handler: action('resolve.one'),
    summary: 'What became of any address or slug that the portal ever had',
    description:
      'Current, moved or gone; 404 for what the portal never had. `locale` is the language of a slug, and the first choice for an address of the old portal.',
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

/** The other language in which categories and agencies have names. */
const ENGLISH = 'en';

const articleFeed = (kind: FeedKind, locale: string, flags: readonly string[] = []): RegisteredFeed => ({
  path: `${feedFolder(kind, locale)}/:slug`,
  flags,
  read: (strapi, ctx) => {
    const given = new URLSearchParams(ctx.querystring);
    const chosen = flags.filter((name) => given.get(name) === 'true');
    return strapi
      .plugin('portal-feeds')
      .service('feeds')
      .read(ctx, kind, locale, chosen.includes('includePredecessors'));
  },
});

const cards: readonly RegisteredCard[] = [
  {
    type: 'article',
    sql: articleCard,
    finish: (strapi, model) => finishCard(model as CardModel, strapi.plugin('portal-feeds').service('addresses')),
  },
  {
    type: 'official',
    sql: officialCard,
    finish: (strapi, model, locale) =>
      finishOfficialInList(model as OfficialModel, locale, strapi.plugin('portal-feeds').service('addresses')),
  },
  {
    type: 'agency',
    sql: agencyCard,
    finish: (_strapi, model) => ({ ...finishAgencyInTree(model as AgencyInTreeModel), children: [] }),
  },
];

/** The answers of portal-feeds itself, in the form in which other plugins register theirs. */
export const registration = {
  operations,
  cards,
  schemas,
  feeds: [DEFAULT_LOCALE, ENGLISH].flatMap((locale) => [
    articleFeed('collection', locale),
    articleFeed('category', locale),
    articleFeed('agency', locale, ['includePredecessors']),
  ]),
  pages: [
    { path: '/sitemap.xml', handler: action('sitemaps.index') },
    { path: '/sitemap-news.xml', handler: action('sitemaps.news') },
    { path: '/sitemaps/places.xml', handler: action('sitemaps.places') },
    { path: '/sitemaps/:name.xml', handler: action('sitemaps.named') },
  ],
  watchedPlugins: ['newsroom', 'directory'],
  watchedTables: [
    { name: 'files', condition: 'true' },
    { name: 'i18n_locale', condition: 'true' },
  ],
} satisfies Registration;
