const BASE = '/portal/v1';

/** Public by decision: each of these shows only what is visible now, whoever asks. */
const open = (path: string, handler: string) => ({
  method: 'GET',
  path: BASE + path,
  handler,
  config: { auth: false, prefix: '', middlewares: ['plugin::portal-feeds.caching-of-errors'] },
});

export default {
  'content-api': {
    type: 'content-api',
    routes: [
      open('/articles', 'articles.list'),
      open('/articles/:slug', 'articles.one'),
      open('/articles/:slug/neighbours', 'articles.neighbours'),
      open('/latest-news', 'latest-news.list'),
      open('/latest-news/:slug', 'latest-news.list'),
      open('/categories', 'categories.tree'),
      open('/officials', 'officials.list'),
      open('/officials/:slug', 'officials.one'),
      open('/agencies', 'agencies.tree'),
      open('/agencies/:slug', 'agencies.one'),
      open('/resolve', 'resolve.one'),
    ],
  },
};
