/**
 * Whether a path is the contract's, its feeds, its sitemaps or its catalogue, in whatever spelling: the router ignores case. All of
 * them may be read by scripts of other origins, and answer reads alone.
 */
export const isPublicPath = (path: string): boolean =>
  /^\/(api\/portal\/v1|feeds|sitemaps|sitemap(-news)?\.xml|catalog\.jsonld)(\/|$)/i.test(path);
