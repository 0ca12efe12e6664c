/**
 * The language of requests that name none, of addresses without a language prefix and of imported pages. Strapi's own
 * default, of a new database, is set before any TypeScript runs: scripts/lib/newsroom/environment.mjs.
 */
export const DEFAULT_LOCALE = 'vi';
