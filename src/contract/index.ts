export { oneAddress, type Address, type OneAddress } from './address';
export {
  agencies,
  agency,
  agencyInTree,
  oneAgency,
  type Agencies,
  type Agency,
  type AgencyInTree,
  type OneAgency,
} from './agency';
export type { ArticleFilters, ContractAnswers, RecordAnswers, SearchAnswers, TimedAnswer } from './answers';
export { article, block, oneArticle, type Article, type Block, type OneArticle } from './article';
export { card, type Card } from './card';
export { categories, category, type Categories, type Category } from './category';
export { cursorPaging, type CursorPosition, type ListRequest } from './cursor';
export {
  directive,
  directiveInList,
  directives,
  documentType,
  oneDirective,
  type Directive,
  type DirectiveFilters,
  type DirectiveInList,
  type DirectiveReference,
  type Directives,
  type OneDirective,
} from './directive';
export { image, type Image } from './image';
export { articleCards, latestNews, type ArticleCards, type LatestNews } from './lists';
export { neighbours, type Neighbours } from './neighbours';
export {
  official,
  officialInList,
  officials,
  oneOfficial,
  type Official,
  type OfficialInList,
  type Officials,
  type OneOfficial,
} from './official';
export { openApi } from './openapi';
export { BASE_PATH, type NamedSchemas, type Operation } from './operation';
export * as parameters from './parameters';
export {
  oneProgramme,
  programme,
  programmeInList,
  programmes,
  type OneProgramme,
  type Programme,
  type ProgrammeFilters,
  type ProgrammeInList,
  type Programmes,
  type ProgrammeTarget,
} from './programme';
export { permanentId } from './permanent-id';
export { readKnownParameters, readParameters } from './read-parameters';
export {
  documentExchange,
  documentExchangeRow,
  procedureProgress,
  procedureProgressRow,
  type DocumentExchange,
  type DocumentExchangeRow,
  type ProcedureProgress,
  type ProcedureProgressRow,
  type ReportFilters,
} from './report';
export { readSlug } from './read-slug';
export {
  SEARCHED_TYPES,
  searchedType,
  searchHit,
  searchResults,
  searchSuggestions,
  type SearchedType,
  type SearchHit,
  type SearchRequest,
  type SearchResults,
  type SearchSuggestions,
} from './search';
export {
  feedAddress,
  FEED_ENTRIES,
  FEED_FORMATS,
  MAX_TOMBSTONES,
  TOMBSTONE_DAYS,
  type Enclosure,
  type Feed,
  type FeedEntry,
  type FeedFormat,
} from './feed';
