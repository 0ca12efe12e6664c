/**
 * The robots.txt: lists the sitemaps and disallows the panel. The contract's routes stay allowed, since the pages are
 * rendered from them.
 *
 * @param publicUrl the base URL of this server
 */
export const robotsTxt = (publicUrl: string): string => {
  const url = publicUrl.replace(/\/+$/, '');
  return `User-agent: *\nDisallow: /admin\n\nSitemap: ${url}/sitemap.xml\nSitemap: ${url}/sitemap-news.xml\n`;
};
