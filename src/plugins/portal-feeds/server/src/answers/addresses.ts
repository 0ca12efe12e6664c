import type { Options } from '../config';

/** Absolute addresses, from configuration alone: nothing of a request enters them. */
export type Addresses = {
  /** The page of an article on the portal, in its language: others than Vietnamese lie under `/en`, `/fr` … */
  article(slug: string, locale: string): string;
  /** A stored file; an address that is absolute already (an object store's) stays. */
  file(url: string): string;
};

export const createAddresses = (options: Pick<Options, 'portalUrl' | 'publicUrl' | 'patterns'>): Addresses => ({
  article: (slug, locale) =>
    options.portalUrl +
    (locale === 'vi' ? '' : `/${locale}`) +
    options.patterns.article.replace('{slug}', encodeURIComponent(slug)),
  file: (url) => (/^https?:\/\//.test(url) ? url : options.publicUrl + url),
});
