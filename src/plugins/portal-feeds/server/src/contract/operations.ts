import { z } from 'zod';
import * as parametersOf from '../requests/parameters-of';
import { oneAddress } from './address';
import { agencies, oneAgency } from './agency';
import { oneArticle } from './article';
import { categories } from './category';
import { articleCards, latestNews } from './lists';
import { neighbours } from './neighbours';
import { officials, oneOfficial } from './official';

export type Operation = {
  /** Under the contract's base path, parameters in braces. */
  path: string;
  /** Strapi's controller and action; also the name of the operation for generated clients. */
  handler: string;
  summary: string;
  parameters: z.ZodObject;
  answer: z.ZodType;
  /** Whether what it shows can have moved (301) or be gone (410). */
  canLeave?: boolean;
};

/** Every path of the contract: its routes, its OpenAPI document and the tests that walk it come from here. */
export const operations: Operation[] = [
  {
    path: '/articles',
    handler: 'articles.list',
    summary: 'Cards of articles, newest first',
    parameters: parametersOf.articles,
    answer: articleCards,
  },
  {
    path: '/articles/{slug}',
    handler: 'articles.one',
    summary: 'One article, whole',
    parameters: parametersOf.anyPath,
    answer: oneArticle,
    canLeave: true,
  },
  {
    path: '/articles/{slug}/neighbours',
    handler: 'articles.neighbours',
    summary: 'Five cards each side of an article in its category, the nearest first',
    parameters: parametersOf.anyPath,
    answer: neighbours,
    canLeave: true,
  },
  {
    path: '/latest-news',
    handler: 'latest-news.list',
    summary: 'The default collection of latest news',
    parameters: parametersOf.anyPath,
    answer: latestNews,
  },
  {
    path: '/latest-news/{slug}',
    handler: 'latest-news.collection',
    summary: 'A collection that editors made',
    parameters: parametersOf.anyPath,
    answer: latestNews,
  },
  {
    path: '/categories',
    handler: 'categories.tree',
    summary: 'The tree of categories',
    parameters: parametersOf.anyPath,
    answer: categories,
  },
  {
    path: '/officials',
    handler: 'officials.list',
    summary: 'People in office, by agency and rank',
    parameters: parametersOf.officials,
    answer: officials,
  },
  {
    path: '/officials/{slug}',
    handler: 'officials.one',
    summary: 'One official, with posts past and present',
    parameters: parametersOf.directory,
    answer: oneOfficial,
    canLeave: true,
  },
  {
    path: '/agencies',
    handler: 'agencies.tree',
    summary: 'The tree of agencies that exist',
    parameters: parametersOf.directory,
    answer: agencies,
  },
  {
    path: '/agencies/{slug}',
    handler: 'agencies.one',
    summary: 'One agency, with its people',
    parameters: parametersOf.directory,
    answer: oneAgency,
    canLeave: true,
  },
  {
    path: '/resolve',
    handler: 'resolve.one',
    summary: 'What became of any address or slug that the portal ever had',
    parameters: parametersOf.resolve,
    answer: oneAddress,
  },
  {
    path: '/openapi.json',
    handler: 'openapi.document',
    summary: 'This document',
    parameters: parametersOf.none,
    answer: z.looseObject({ openapi: z.literal('3.1.1') }),
  },
];
