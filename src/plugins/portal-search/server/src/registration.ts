import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import * as contract from '../../../../contract';
import { parseQuery } from './requests/parse-query';

const { parameters } = contract;

const described = <Type extends z.ZodType>(type: Type, description: string, schema: object = {}) =>
  type.optional().meta({ openapi: { description, ...schema } });

const q = parameters.typed
  .refine((text) => parseQuery(text).main !== '')
  .describe(
    `từ cần tìm, có ít nhất một chữ hoặc số không bị loại bằng dấu trừ, tối đa ${parameters.LONGEST_QUERY} ký tự`,
  )
  .meta({
    openapi: {
      description:
        'What is sought: words in any spelling and without accents, "phrases" in quotation marks, -words that must not be there (up to four to the end of the query are one). At most 300 characters, the first 32 words of which count.',
      type: 'string',
      minLength: 1,
      maxLength: parameters.LONGEST_QUERY,
    },
  });

const DAY = { type: 'string', format: 'date' };

export const searchParameters = parameters.localeOnly.extend({
  q,
  type: described(
    z.enum(contract.SEARCHED_TYPES).describe(`loại nội dung: ${contract.SEARCHED_TYPES.join(', ')}`),
    'Only what is of this type.',
    { type: 'string', enum: contract.SEARCHED_TYPES },
  ),
  category: described(
    parameters.name,
    'Only articles of this category, with all that lies under it: by its slug, any slug that it had, or its document id.',
  ),
  agency: described(
    parameters.name,
    'Only what this agency owns or issued: by its slug, any slug that it had, or its document id.',
  ),
  from: described(parameters.day, 'The first day of publication or issue, YYYY-MM-DD.', DAY),
  to: described(parameters.day, 'The last day of publication or issue, YYYY-MM-DD.', DAY),
  sort: z
    .enum(['relevance', 'date'])
    .default('relevance')
    .describe('relevance hoặc date')
    .meta({
      openapi: {
        description: 'The best first, or the newest.',
        type: 'string',
        enum: ['relevance', 'date'],
        default: 'relevance',
      },
    }),
  ...parameters.paged,
});

export const suggestParameters = parameters.localeOnly.extend({ q });

const action = (name: string): string => `plugin::portal-search.search.${name}`;

/** The answers of search, as portal-feeds takes them. */
export const registration = {
  operations: [
    {
      path: '/search',
      operationId: 'searchFind',
      handler: action('find'),
      summary: 'Articles, directives, programmes, officials and agencies by their words, the best first',
      description:
        'Phrases before words, titles before texts; without accents all spellings are found, with them those that agree come first. Where nothing has all words, what is spelt alike. A frequent word ranks the newest 5,000 of each type.',
      parameters: searchParameters,
      answer: contract.searchResults,
      isTyped: true as const,
    },
    {
      path: '/search/suggest',
      operationId: 'searchSuggest',
      handler: action('suggest'),
      summary: 'Titles, names and numbers that go on like what was typed',
      parameters: suggestParameters,
      answer: contract.searchSuggestions,
      isTyped: true as const,
    },
  ],
  schemas: {
    SearchHit: contract.searchHit,
    SearchResultsAnswer: contract.searchResults,
    SearchSuggestionsAnswer: contract.searchSuggestions,
  },
  watchedPlugins: ['portal-search'],
};

/** Registers them, where portal-feeds is installed. */
export function registerAnswers(strapi: Core.Strapi): void {
  strapi.plugins['portal-feeds']?.service('registry').register(registration);
}
