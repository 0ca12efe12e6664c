import type { Agencies, OneAgency } from './agency';
import type { OneArticle } from './article';
import type { Categories } from './category';
import type { DirectiveFilters, Directives, OneDirective } from './directive';
import type { ArticleCards, LatestNews } from './lists';
import type { Neighbours } from './neighbours';
import type { Officials, OneOfficial } from './official';
import type { ReportKind } from '../reports';
import type {
  DocumentExchange,
  DocumentExchangeRow,
  ProcedureProgress,
  ProcedureProgressRow,
  ReportFilters,
} from './report';
import type { OneProgramme, ProgrammeFilters, Programmes } from './programme';
import type { SearchRequest, SearchResults, SearchSuggestions } from './search';

/** An answer, and the seconds until time alone changes it; null when it never does. */
export type TimedAnswer<Answer> = { answer: Answer; secondsToNextChange: number | null };

type Paging = { limit: number; cursor?: string | undefined };

/**
 * The filters of `/articles`, as its parameters are parsed; days are civil, `YYYY-MM-DD`. A name is the present slug, a
 * former one or the document id.
 */
export type ArticleFilters = {
  category?: string | undefined;
  agency?: string | undefined;
  includePredecessors?: boolean | undefined;
  mentions?: string | undefined;
  official?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

/**
 * The answers of the contract, for code in the same process: what `GET` of each path answers, without HTTP. Null where
 * the path would be a 301, 404 or 410. Each rejects with a ValidationError (400) for a locale that is not enabled or a
 * cursor of another list, and with ServiceUnavailable (503) while the database is unavailable.
 */
export type ContractAnswers = {
  articles(locale: string, request: ArticleFilters & Paging): Promise<TimedAnswer<ArticleCards>>;
  article(locale: string, slug: string): Promise<TimedAnswer<OneArticle> | null>;
  neighbours(locale: string, slug: string): Promise<TimedAnswer<Neighbours> | null>;
  /** @param slug of a collection; the default one without */
  latestNews(locale: string, slug?: string): Promise<TimedAnswer<LatestNews> | null>;
  categories(locale: string): Promise<TimedAnswer<Categories>>;
  officials(locale: string, request: Paging & { at?: string | undefined }): Promise<TimedAnswer<Officials>>;
  official(locale: string, slug: string, at?: string): Promise<TimedAnswer<OneOfficial> | null>;
  agencies(locale: string, at?: string): Promise<TimedAnswer<Agencies>>;
  agency(locale: string, slug: string, at?: string): Promise<TimedAnswer<OneAgency> | null>;
};

/** The same of public-record: `strapi.plugin('public-record').service('answers')`, which needs portal-feeds. */
export type RecordAnswers = {
  directives(locale: string, request: DirectiveFilters & Paging): Promise<TimedAnswer<Directives>>;
  directive(locale: string, slug: string): Promise<TimedAnswer<OneDirective> | null>;
  procedureProgress(locale: string, request: ReportFilters & Paging): Promise<TimedAnswer<ProcedureProgress>>;
  documentExchange(locale: string, request: ReportFilters & Paging): Promise<TimedAnswer<DocumentExchange>>;
  /**
   * The rows of either with `series`, as many as there are to the limit, without the totals and gaps. Without `by` they are
   * of months, or of the shortest periods that reach into the last report.
   */
  reportSeries(
    kind: ReportKind,
    locale: string,
    request: Omit<ReportFilters, 'series'> & { limit: number },
  ): Promise<TimedAnswer<(DocumentExchangeRow | ProcedureProgressRow)[]>>;
  programmes(locale: string, request: ProgrammeFilters & Paging): Promise<TimedAnswer<Programmes>>;
  programme(locale: string, slug: string): Promise<TimedAnswer<OneProgramme> | null>;
};

/** The same of portal-search: `strapi.plugin('portal-search').service('answers')`, which needs portal-feeds. */
export type SearchAnswers = {
  /** `onSent` is to be called for each request that the answer answers: searches of which nothing has all words are counted. */
  search(
    locale: string,
    request: SearchRequest & Paging,
  ): Promise<TimedAnswer<SearchResults> & { onSent: (() => void) | undefined }>;
  /** @param q what was typed so far */
  suggest(locale: string, q: string): Promise<TimedAnswer<SearchSuggestions>>;
};
