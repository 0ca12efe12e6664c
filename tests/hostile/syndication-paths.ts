import { SaxesParser } from 'saxes';
import { z } from 'zod';
import { jsonFeed } from '../helpers/json-feed';
import type { ContractPath } from './contract-paths';

const xml = z.string().refine((text) => {
  new SaxesParser({ xmlns: true }).write(text).close();
  return true;
});

const FORMATS = [
  { extension: 'rss', type: 'application/rss+xml; charset=utf-8', schema: xml },
  { extension: 'atom', type: 'application/atom+xml; charset=utf-8', schema: xml },
  { extension: 'json', type: 'application/feed+json; charset=utf-8', schema: jsonFeed },
];

const sitemap = (path: string): ContractPath => ({
  base: '',
  path,
  parameters: {},
  type: 'application/xml; charset=utf-8',
  schema: xml,
});

/** Feeds and sitemaps, in every format: what hostile cases reach beside the contract. */
export const syndicationPaths: readonly ContractPath[] = [
  ...FORMATS.flatMap(({ extension, ...of }): ContractPath[] => [
    { ...of, base: '', path: `/feeds/:slug.${extension}`, slug: 'list', parameters: {} },
    { ...of, base: '', path: `/feeds/categories/:slug.${extension}`, slug: 'category', parameters: {} },
    {
      ...of,
      base: '',
      path: `/feeds/agencies/:slug.${extension}`,
      slug: 'agency',
      parameters: { includePredecessors: 'flag' },
    },
    { ...of, base: '', path: `/feeds/directives.${extension}`, parameters: {} },
    { ...of, base: '', path: `/feeds/en/directives.${extension}`, parameters: {} },
  ]),
  ...['/sitemap.xml', '/sitemap-news.xml', '/sitemaps/places.xml'].map(sitemap),
  { ...sitemap('/sitemaps/:slug.xml'), slug: 'month' },
];
