import { DEFAULT_LOCALE } from '../../../../../vietnamese';
import type { Options } from '../config';
import type { AddressType } from '../queries/resolve';

/** Absolute addresses, from configuration alone: nothing of a request enters them. */
export type Addresses = {
  /** The page of a document on the portal, in its language: all but the default one are under the pattern `language`. */
  page(type: AddressType, slug: string, locale: string): string;
  /** The front page in a language. */
  home(locale: string): string;
  /** A path of the portal, as an editor wrote it. */
  portal(path: string): string;
  /** A stored file; an address that is absolute already (an object store's) stays. */
  file(url: string): string;
};

type Configured = Pick<Options, 'portalUrl' | 'publicUrl' | 'patterns'>;

/** The pattern of a type, which the configuration or the plugin of the type has. */
function patternOf(patterns: Options['patterns'], type: AddressType): string {
  const pattern = patterns[type];
  if (pattern === undefined) throw new Error(`portal-feeds: no plugin registered the pages of type ${type}.`);
  return pattern;
}

export const createAddresses = ({ portalUrl, publicUrl, patterns }: Configured): Addresses => ({
  page: (type, slug, locale) => portalUrl + pagePath(patterns, type, slug, locale),
  home: (locale) => portalUrl + (languagePath(patterns, locale) || '/'),
  // Existing percent-encoding is kept.
  portal: (path) => portalUrl + encodeURI(path).replace(/%25([0-9A-Fa-f]{2})/g, '%$1'),
  file: (url) => withoutForbidden(/^https?:\/\//.test(url) ? url : publicUrl + url),
});

/** Under which the pages of a language are: empty, `/en`. */
const languagePath = ({ language }: Options['patterns'], locale: string): string =>
  locale === DEFAULT_LOCALE ? '' : language.replace('{locale}', locale);

/**
 * An address with the characters that none has (RFC 3986: white space, quotation marks, brackets of markup and others)
 * percent-encoded. Those of other scripts stay (RFC 3987), and so does what is encoded already.
 */
export const withoutForbidden = (address: string): string => address.replace(/[\s"<>\\^`{|}]/g, encodeURIComponent);

/** The path of a document's page on the portal: `/tin-tuc/…`, `/en/tin-tuc/…`. */
export const pagePath = (patterns: Options['patterns'], type: AddressType, slug: string, locale: string): string =>
  languagePath(patterns, locale) + patternOf(patterns, type).replace('{slug}', encodeURIComponent(slug));
