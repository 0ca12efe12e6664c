import type { SitemapMonthsModel } from '../queries/sitemap-months';

/** Far below the 50,000 that the protocol allows, so that each part is quick to build and to read. */
export const PER_SITEMAP = 10_000;

const NAME = /^((?:19|[2-9]\d)\d{2}-(?:0[1-9]|1[0-2]))(?:-([2-9]|[1-9]\d{1,3}))?$/;

/** The month and the part in a sitemap's name: `2021-02`, `2021-02-2`; null for any other name. */
export function readSitemapName(name: string): { month: string; part: number } | null {
  const [, month, part = '1'] = NAME.exec(name) ?? [];
  return month === undefined ? null : { month, part: Number(part) };
}

/** The names of a month's sitemaps. An article stays in its month; a new one enters the last part. */
export const sitemapNames = ({ month, articles }: SitemapMonthsModel['months'][number]): string[] =>
  Array.from({ length: Math.ceil(articles / PER_SITEMAP) }, (_, part) => (part === 0 ? month : `${month}-${part + 1}`));
