import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import * as contract from '../../../../contract';
import { PERIOD_KINDS } from '../../../../reports';
import { DEFAULT_LOCALE, foldEth } from '../../../../vietnamese';
import { finishDirectiveInList } from './answers/finish-directive';
import { finishProgrammeInList } from './answers/finish-programme';
import { cites } from './queries/cites';
import { directiveColumns, type DirectiveModel } from './queries/directive-columns';
import { directiveAt, programmeAt } from './queries/former-slugs';
import { programmeColumns, type ProgrammeModel } from './queries/programme-columns';
import { directiveFeeds } from './syndication/feeds';
import { directiveSitemaps, programmeSitemap } from './syndication/sitemaps';

const { parameters } = contract;

const described = <Type extends z.ZodType>(type: Type, description: string, schema: object = {}) =>
  type.optional().meta({ openapi: { description, ...schema } });

const documentType = z
  .string()
  .transform(foldEth)
  .pipe(contract.documentType)
  .describe(`loại văn bản: ${contract.documentType.options.join(', ')}`);

const number = parameters.slug.max(100).describe('số, ký hiệu văn bản, tối đa 100 ký tự, ví dụ 123/QĐ-UBND');

const DAY = { type: 'string', format: 'date' };

const directiveParameters = parameters.localeOnly.extend({
  type: described(documentType, 'The abbreviation of a type of document.', {
    type: 'string',
    enum: contract.documentType.options,
  }),
  agency: described(
    parameters.name,
    'The agency that issued them: by its slug, any slug that it had, or its document id.',
  ),
  number: described(
    number,
    'A whole number, in any spelling: capitals, hyphens, spaces and leading zeros do not count.',
  ),
  from: described(parameters.day, 'The first day of issue, YYYY-MM-DD.', DAY),
  to: described(parameters.day, 'The last day of issue, YYYY-MM-DD.', DAY),
  ...parameters.paged,
});

/** With portal-search: in words. */
const searchedDirectiveParameters = directiveParameters.extend({
  q: described(
    parameters.typed,
    'Words, "phrases" and -words of number, abstract, fields and recipients, as in /search.',
    {
      type: 'string',
    },
  ),
});

/** Those that this newsroom takes. */
export const takenDirectiveParameters = (strapi: Core.Strapi) =>
  strapi.plugins['portal-search'] ? searchedDirectiveParameters : directiveParameters;

export const programmeParameters = parameters.localeOnly.extend({
  agency: described(
    parameters.name,
    'The agency that owns them, or is responsible in them: by its slug, any slug that it had, or its document id.',
  ),
  ...parameters.paged,
});

export const reportDownloadParameters = parameters.localeOnly.extend({
  agency: described(
    parameters.name,
    'The agency that reported: by its slug, any slug that it had, or its document id.',
  ),
  from: described(parameters.day, 'The day on which the first period may begin, YYYY-MM-DD.', DAY),
  to: described(parameters.day, 'The day on which the last period may end, YYYY-MM-DD.', DAY),
  by: described(
    z.enum(PERIOD_KINDS).describe(`một trong: ${PERIOD_KINDS.join(', ')}`),
    'Sums by month, quarter or year; without it the rows as they were reported.',
  ),
  series: described(
    parameters.flag,
    'One row a period, for the filter as a whole; by month unless `by` says otherwise.',
    {
      type: 'boolean',
    },
  ),
});

export const reportParameters = reportDownloadParameters.extend(parameters.paged);

const action = (name: string): string => `plugin::public-record.${name}`;

/** The answers of the public record, as portal-feeds takes them. */
export const registration = {
  addressTypes: [
    { type: 'directive', pattern: '/chi-dao-dieu-hanh/{slug}', collection: 'directives', sql: directiveAt },
    { type: 'programme', pattern: '/chuong-trinh/{slug}', collection: 'programmes', sql: programmeAt },
  ],
  cards: [
    {
      type: 'directive',
      sql: `(SELECT json_build_object(${directiveColumns}) FROM directives d WHERE d.id = found.source_id)`,
      finish: (strapi: Core.Strapi, model: unknown, locale: string) =>
        finishDirectiveInList(model as DirectiveModel, locale, (url) =>
          strapi.plugin('portal-feeds').service('addresses').file(url),
        ),
    },
    {
      type: 'programme',
      sql: `(SELECT json_build_object(${programmeColumns}) FROM programmes p WHERE p.id = found.source_id)`,
      finish: (_strapi: Core.Strapi, model: unknown) => finishProgrammeInList(model as ProgrammeModel),
    },
  ],
  operations: [
    {
      path: '/directives',
      operationId: 'directivesList',
      handler: action('directives.list'),
      summary: 'Directives of agencies, the newest issue first',
      description: 'Newest `issuedOn` first, ties by id. There is no total.',
      parameters: directiveParameters,
      answer: contract.directives,
    },
    {
      path: '/directives/{slug}',
      operationId: 'directivesOne',
      handler: action('directives.one'),
      summary: 'One directive, whole',
      parameters: parameters.localeOnly,
      answer: contract.oneDirective,
      canLeave: true,
    },
    {
      path: '/procedure-progress',
      operationId: 'procedureProgressList',
      handler: action('reports.procedureProgress'),
      summary: 'How agencies handle administrative procedures, by period',
      description: 'The latest period first, then by agency and field. `meta.totals` are over the whole filter.',
      parameters: reportParameters,
      answer: contract.procedureProgress,
    },
    {
      path: '/procedure-progress.csv',
      operationId: 'procedureProgressDownload',
      handler: action('reports.procedureProgressCsv'),
      summary: 'The same as CSV, whole',
      description: 'UTF-8 with a byte order mark. A download is cut off when what is published changes meanwhile.',
      parameters: reportDownloadParameters,
      answer: z.string(),
      mediaType: 'text/csv',
      isStreamed: true as const,
    },
    {
      path: '/document-exchange',
      operationId: 'documentExchangeList',
      handler: action('reports.documentExchange'),
      summary: 'How agencies exchange documents, by period',
      description: 'The latest period first, then by agency and field. `meta.totals` are over the whole filter.',
      parameters: reportParameters,
      answer: contract.documentExchange,
    },
    {
      path: '/document-exchange.csv',
      operationId: 'documentExchangeDownload',
      handler: action('reports.documentExchangeCsv'),
      summary: 'The exchange of documents as CSV, whole',
      description: 'UTF-8 with a byte order mark. A download is cut off when what is published changes meanwhile.',
      parameters: reportDownloadParameters,
      answer: z.string(),
      mediaType: 'text/csv',
      isStreamed: true as const,
    },
    {
      path: '/catalog.jsonld',
      operationId: 'openDataCatalogue',
      handler: action('reports.catalogue'),
      summary: 'The catalogue of open data, by DCAT',
      parameters: parameters.localeOnly,
      answer: z.looseObject({ '@type': z.literal('dcat:Catalog') }),
      mediaType: 'application/ld+json',
    },
    {
      path: '/programmes',
      operationId: 'programmesList',
      handler: action('programmes.list'),
      summary: 'Development programmes, the latest period first',
      description: 'The latest last year first, then the latest first year, ties by id. There is no total.',
      parameters: programmeParameters,
      answer: contract.programmes,
    },
    {
      path: '/programmes/{slug}',
      operationId: 'programmesOne',
      handler: action('programmes.one'),
      summary: 'One programme, with the progress of its targets',
      parameters: parameters.localeOnly,
      answer: contract.oneProgramme,
      canLeave: true,
    },
  ],
  schemas: {
    DocumentExchangeAnswer: contract.documentExchange,
    DocumentExchangeRow: contract.documentExchangeRow,
    ProcedureProgressAnswer: contract.procedureProgress,
    ProcedureProgressRow: contract.procedureProgressRow,
    Directive: contract.directive,
    DirectiveAnswer: contract.oneDirective,
    DirectiveInList: contract.directiveInList,
    DirectivesAnswer: contract.directives,
    Programme: contract.programme,
    ProgrammeAnswer: contract.oneProgramme,
    ProgrammeInList: contract.programmeInList,
    ProgrammesAnswer: contract.programmes,
  },
  pages: [{ path: '/catalog.jsonld', parameters: parameters.localeOnly, handler: action('reports.catalogueAtRoot') }],
  feeds: directiveFeeds,
  sitemaps: [directiveSitemaps, programmeSitemap],
  watchedPlugins: ['public-record'],
};

/** Registers them, where portal-feeds is installed. */
export function registerAnswers(strapi: Core.Strapi): void {
  const feeds = strapi.plugins['portal-feeds'];
  if (!feeds) return;
  const operations = registration.operations.map((operation) =>
    operation.path === '/directives' ? { ...operation, parameters: takenDirectiveParameters(strapi) } : operation,
  );
  feeds.service('registry').register({ ...registration, operations });
  // The expression knows the pattern once the type is registered.
  const expression: string = feeds.service('addresses').linkExpression('directive');
  feeds.service('registry').register({ citesSql: cites(expression, DEFAULT_LOCALE) });
}
