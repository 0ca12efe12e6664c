import { z } from 'zod';
import * as contract from '../../src/contract';

/** What a parameter accepts: its own valid values are generated beside the hostile ones. */
export type ParameterKind = 'locale' | 'slug' | 'day' | 'limit' | 'cursor' | 'flag' | 'address' | 'text';

/** Whose slug stands in the path. */
export type SlugKind = 'article' | 'list' | 'official' | 'agency' | 'category' | 'directive' | 'programme' | 'month';

export type ContractPath = {
  /** As the router has it. */
  path: string;
  slug?: SlugKind;
  parameters: Readonly<Record<string, ParameterKind>>;
  /** What a 200 must be: its JSON, or its text where it is XML. */
  schema: z.ZodType;
  /** Where it lies, if not under `BASE`; and the type of a 200, if not JSON. */
  base?: string;
  type?: string;
};

export const BASE = '/api/portal/v1';

const locale = { locale: 'locale' } as const;
const asOf = { ...locale, at: 'day' } as const;
const paged = { limit: 'limit', cursor: 'cursor' } as const;

/**
 * Every path of the contract that exists. `routes.test.ts` compares it with the router; who adds a route adds it here,
 * and every hostile case reaches it.
 */
export const contractPaths: readonly ContractPath[] = [
  {
    path: '/articles',
    parameters: {
      ...locale,
      ...paged,
      category: 'slug',
      agency: 'slug',
      includePredecessors: 'flag',
      mentions: 'slug',
      official: 'slug',
      from: 'day',
      to: 'day',
    },
    schema: contract.articleCards,
  },
  { path: '/articles/:slug', slug: 'article', parameters: locale, schema: contract.oneArticle },
  { path: '/articles/:slug/neighbours', slug: 'article', parameters: locale, schema: contract.neighbours },
  { path: '/latest-news', parameters: locale, schema: contract.latestNews },
  { path: '/latest-news/:slug', slug: 'list', parameters: locale, schema: contract.latestNews },
  { path: '/categories', parameters: locale, schema: contract.categories },
  { path: '/officials', parameters: { ...asOf, ...paged }, schema: contract.officials },
  { path: '/officials/:slug', slug: 'official', parameters: asOf, schema: contract.oneOfficial },
  { path: '/agencies', parameters: asOf, schema: contract.agencies },
  { path: '/agencies/:slug', slug: 'agency', parameters: asOf, schema: contract.oneAgency },
  {
    path: '/directives',
    parameters: {
      ...locale,
      ...paged,
      type: 'text',
      agency: 'slug',
      number: 'text',
      from: 'day',
      to: 'day',
      q: 'text',
    },
    schema: contract.directives,
  },
  { path: '/directives/:slug', slug: 'directive', parameters: locale, schema: contract.oneDirective },
  ...(['procedure-progress', 'document-exchange'] as const).map((kind) => ({
    path: `/${kind}`,
    parameters: { ...locale, ...paged, agency: 'slug', from: 'day', to: 'day', by: 'text', series: 'flag' } as const,
    schema: kind === 'procedure-progress' ? contract.procedureProgress : contract.documentExchange,
  })),
  ...(['procedure-progress', 'document-exchange'] as const).map((kind) => ({
    path: `/${kind}.csv`,
    parameters: { ...locale, agency: 'slug', from: 'day', to: 'day', by: 'text', series: 'flag' } as const,
    schema: z.string(),
    type: 'text/csv; charset=utf-8; header=present',
  })),
  {
    path: '/catalog.jsonld',
    parameters: locale,
    schema: z.looseObject({ '@type': z.literal('dcat:Catalog') }),
    type: 'application/ld+json',
  },
  { path: '/programmes', parameters: { ...locale, ...paged, agency: 'slug' }, schema: contract.programmes },
  { path: '/programmes/:slug', slug: 'programme', parameters: locale, schema: contract.oneProgramme },
  {
    path: '/search',
    parameters: {
      ...locale,
      ...paged,
      q: 'text',
      type: 'text',
      category: 'slug',
      agency: 'slug',
      from: 'day',
      to: 'day',
      sort: 'text',
    },
    schema: contract.searchResults,
  },
  { path: '/search/suggest', parameters: { ...locale, q: 'text' }, schema: contract.searchSuggestions },
  { path: '/resolve', parameters: { ...locale, url: 'address' }, schema: contract.oneAddress },
  { path: '/openapi.json', parameters: {}, schema: z.looseObject({ openapi: z.string() }) },
];
