import { toNfc } from '../vietnamese';

const HIDDEN_OR_SPACE = /[\p{Cc}\p{Cf}\p{Cs}\p{Z}\\]/u;
const WEB = /^https?:\/\/[^/?#@]+(?:[/?#]|$)/i;
const MAIL = /^mailto:[^@]+@[^@]+$/i;
const PHONE = /^tel:\+?[0-9().\-;=a-z]+$/i;
const ON_PORTAL = /^(?:\/(?!\/)|#)/;

/** The longest address that a link may have, in characters. */
const MAX_ADDRESS = 2048;

/** Whether an address has white space, control, invisible or bidirectional characters or backslashes. */
export const hidesCharacters = (href: string): boolean => HIDDEN_OR_SPACE.test(href);

/**
 * Whether a link may point there: an absolute `http:` or `https:` address without a user name, `mailto:`, `tel:`, or a
 * place on the portal beginning with a single `/` or with `#`. White space, control, invisible and bidirectional
 * characters and backslashes are refused anywhere, since browsers drop or rewrite them before they read the scheme.
 */
export function isSafeAddress(href: string): boolean {
  if (href.length > MAX_ADDRESS || hidesCharacters(href)) return false;
  if (WEB.test(href)) return URL.canParse(href);
  return MAIL.test(href) || PHONE.test(href) || ON_PORTAL.test(href);
}
/** A signed address of a stored file, as the panel shows it, expires; the stable one is without the signature. */
const FILE_SIGNATURE = /^((?:https?:\/\/[^/?#]+)?\/uploads\/[^?#]+)\?signature=[\w.-]+(?=#|$)/i;

/**
 * An address in NFC, of a stored file without its signature. One that is spelled otherwise keeps its bytes by percent-encoding, since a server may know a file
 * under its decomposed name alone. Nothing is taken out of it: hidden characters are for the check to refuse.
 */
export function cleanAddress(signed: string): string {
  const href = signed.replace(FILE_SIGNATURE, '$1');
  if (toNfc(href) === href || /\p{Cs}/u.test(href)) return href;
  return href.replace(/[^\u0000-\u007f]+/gu, encodeURIComponent);
}

/** What networks, newsletters and counters append to the links that they show. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|gad_\w+|dclid|gbraid|wbraid|srsltid|msclkid|yclid|ttclid|igsh(?:id)?|mc_[ce]id|_hs(?:enc|mi)|zarsrc|_gl|_ga(?:_\w+)?)$/i;

/** An address, whole or in part, without the parameters that say where a reader came from; every other one stays as it is. */
export function withoutTracking(address: string): string {
  const [, path = '', query, fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(address) ?? [];
  const pairs = query?.split('&') ?? [];
  const kept = pairs.filter((pair) => !TRACKING.test(pair.split('=')[0] ?? ''));
  if (kept.length === pairs.length) return address;
  const rest = kept.filter((pair) => pair !== '');
  return path + (rest.length > 0 ? `?${rest.join('&')}` : '') + fragment;
}
