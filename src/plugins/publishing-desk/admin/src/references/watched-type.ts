/** The plugins whose documents the desk keeps from being deleted while they are in use. */
const WATCHED = /^plugin::(newsroom|directory)\./;

export const isWatched = (type: string): boolean => WATCHED.test(type);
