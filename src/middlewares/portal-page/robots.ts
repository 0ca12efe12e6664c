/**
 * What search engines are told: where the sitemaps are, and that the panel is none of theirs. The contract is, since
 * the pages are made from it.
 *
 * @param publicUrl where this server is
 */
export const robotsTxt = (publicUrl: string): string => {
  const url = publicUrl.replace(/\/+$/, '');
  return `User-agent: *\nDisallow: /admin\n\nSitemap: ${url}/sitemap.xml\nSitemap: ${url}/sitemap-news.xml\n`;
};
