export const ARTICLE = 'plugin::newsroom.article';

/** The types whose documents belong to an agency, and are reviewed. */
export const OWNED: ReadonlySet<string> = new Set([
  ARTICLE,
  'plugin::public-record.directive',
  'plugin::public-record.programme',
]);

/** The plugins whose documents have a history, and cannot be deleted while they are in use. */
const WATCHED = /^plugin::(newsroom|directory|public-record)\./;

export const isWatched = (type: string): boolean => WATCHED.test(type);
