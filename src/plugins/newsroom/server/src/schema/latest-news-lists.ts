/** One list per slug and locale: the front end knows a list by its slug alone. */
export const latestNewsLists = [
  `CREATE UNIQUE INDEX IF NOT EXISTS latest_news_lists_slug ON latest_news_lists (slug, locale)`,
];
