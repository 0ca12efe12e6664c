const LOCAL = 'http://portal.invalid';
// A longer one does not fit the index of old addresses.
const LONGEST = 2000;
// Parsing a host of combining marks takes time that grows with the square of their number.
const LONGEST_WRITTEN = 8_192;
/** Those of `newsroom.address_key`: what was imported before is known by such keys. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|zarsrc)$/i;

/**
 * Path and query of an old page's address, in the letters in which it was written, without tracking parameters. `base`
 * is the page's own address where that is known. Null for an address that is no page of a portal: other schemes, the home page.
 */
export function portalPath(address: string, base?: string | null): string | null {
  if (address.length > LONGEST_WRITTEN) return null;
  const known = base && base.length <= LONGEST_WRITTEN && URL.canParse(base) ? base : null;
  // A relative address says nothing without the page that it stands in.
  if (!known && !/^(?:\/|https?:)/i.test(address.trim())) return null;
  const from = known ?? LOCAL;
  if (!URL.canParse(address.trim(), from)) return null;
  const url = new URL(address.trim(), from);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  const path = url.pathname + url.search;
  return path === '/' || path.length > LONGEST ? null : path;
}

/** The same key for every spelling of one address: the old portal ignored upper and lower case. */
export const addressKey = (address: string): string => (portalPath(address) ?? address).toLowerCase();
