/** What the portal offers to feed readers and search engines, outside the contract's base path. */
export type SyndicationPath = {
  /** As the router has it. */
  path: string;
  /** Strapi's controller and action. */
  handler: string;
  /** The only parameters that change the answer; all others are ignored, since links get decorated on their way. */
  parameters: readonly string[];
};

const FORMAT = ':format(rss|atom|json)';

/** Every such path: its routes, what may be kept of it, and the tests that walk it come from here. */
export const syndicationPaths: SyndicationPath[] = [
  { path: `/feeds/:slug.${FORMAT}`, handler: 'feeds.collection', parameters: [] },
  { path: `/feeds/categories/:slug.${FORMAT}`, handler: 'feeds.category', parameters: [] },
  { path: `/feeds/agencies/:slug.${FORMAT}`, handler: 'feeds.agency', parameters: ['includePredecessors'] },
  { path: '/sitemap.xml', handler: 'sitemaps.index', parameters: [] },
  { path: '/sitemap-news.xml', handler: 'sitemaps.news', parameters: [] },
  { path: '/sitemaps/places.xml', handler: 'sitemaps.places', parameters: [] },
  { path: '/sitemaps/:name.xml', handler: 'sitemaps.articles', parameters: [] },
];
