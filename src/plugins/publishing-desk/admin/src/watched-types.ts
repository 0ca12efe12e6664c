export { ARTICLE, OWNED } from '../../server/src/watched-types';

/** The plugins whose documents have a history, and cannot be deleted while they are in use. */
const WATCHED = /^plugin::(newsroom|directory|public-record|portal-search)\./;

export const isWatched = (type: string): boolean => WATCHED.test(type);
