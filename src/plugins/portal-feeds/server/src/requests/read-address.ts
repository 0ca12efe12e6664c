import { withoutTracking } from '../../../../../body/link-address';
import { DEFAULT_LOCALE, toNfc } from '../../../../../vietnamese';
import { pagePath } from '../answers/addresses';
import type { Options } from '../config';
import type { AddressType, RequestedAddress } from '../queries/resolve';
import { parameters } from '../../../../../contract';

/** For URLs without a host. */
const ANY_ORIGIN = 'http://portal.invalid';
const LANGUAGE = '[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*';

/**
 * What an address refers to: a bare slug; an address of the portal, with its language; an address of the old portal.
 * A URL or a path, on any host, since the old portal had several.
 *
 * @param locale the language of a bare slug
 */
export function readAddress(text: string, locale: string, patterns: Options['patterns']): RequestedAddress {
  const given = text.trim();
  if (!/[/?]/.test(given)) {
    const slug = readable(given);
    const types = slug === null ? [] : typesOf(patterns);
    return { type: null, slug, locale, addresses: types.map((type) => pagePath(patterns, type, given, locale)) };
  }
  const whole = /^(\/|[a-z][a-z0-9+.-]*:\/\/)/i.test(given) ? given : `https://${given}`;
  const page = URL.canParse(whole, ANY_ORIGIN) ? pageAt(new URL(whole, ANY_ORIGIN).pathname, patterns) : null;
  return { ...(page ?? { type: null, slug: null, locale }), addresses: [...new Set([whole, withoutTracking(whole)])] };
}

/** The document whose page is at a path, by the configured patterns; a path without a language has the default one. */
function pageAt(path: string, patterns: Options['patterns']): Omit<RequestedAddress, 'addresses'> | null {
  for (const type of typesOf(patterns)) {
    const [, locale = DEFAULT_LOCALE, slug] = new RegExp(`^${pathExpression(patterns, type)}$`).exec(path) ?? [];
    if (slug) return { type, slug: readable(slug), locale };
  }
  return null;
}

/**
 * A regular expression, of JavaScript and of PostgreSQL alike, for the path of a page of a type: its groups are the
 * language, absent of the default one, and the slug as it stands there.
 */
export function pathExpression(patterns: Options['patterns'], type: AddressType): string {
  const language = literally(patterns.language).replace('\\{locale\\}', `(${LANGUAGE})`);
  const [before, after] = patterns[type]!.split('{slug}').map(literally);
  return `(?:${language})?${before}([^/?#]+)${after}/?`;
}

const typesOf = (patterns: Options['patterns']) =>
  Object.keys(patterns).filter((name) => name !== 'language') as AddressType[];

export const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A slug as it is stored; null for a text that cannot be one. */
function readable(part: string): string | null {
  try {
    return parameters.slug.safeParse(toNfc(decodeURIComponent(part))).data ?? null;
  } catch {
    return parameters.slug.safeParse(part).data ?? null;
  }
}
