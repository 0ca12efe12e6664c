import { hidesCharacters, isSafeAddress, withoutTracking } from '../link-address';
import type { Policy } from './policies';

// Pages that send on to the address in a parameter.
const WRAPPERS: { host: RegExp; path: RegExp; parameters: string[] }[] = [
  { host: /^(?:www\.)?google\.[a-z.]+$/, path: /^\/url$/, parameters: ['q', 'url'] },
  { host: /\.safelinks\.protection\.outlook\.com$/, path: /^/, parameters: ['url'] },
  { host: /^lm?\.facebook\.com$/, path: /^\/l\.php$/, parameters: ['u'] },
];
const MOST_WRAPPERS = 4;
// Parsing a host of combining marks takes time that grows with the square of their number.
const LONGEST_WRITTEN = 8_192;
const STANDS_ALONE = /^(?:[a-z][a-z0-9+.-]*:|\/(?!\/))/i;

function unwrapped(address: string): string {
  let current = address;
  for (let times = 0; times < MOST_WRAPPERS && URL.canParse(current); times += 1) {
    const { hostname, pathname, searchParams } = new URL(current);
    const wrapper = WRAPPERS.find(({ host, path }) => host.test(hostname) && path.test(pathname));
    const inner = wrapper?.parameters.map((name) => searchParams.get(name)).find(Boolean);
    if (!inner) break;
    current = inner;
  }
  return current;
}

/** A relative address from the page's own: a path on the same portal, or a whole address elsewhere. */
function resolved(href: string, page: string | null): string | null {
  const base = page ?? (href.startsWith('//') ? 'https://portal.invalid/' : null);
  if (!base || !URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  return url.origin === new URL(base).origin ? url.pathname + url.search + url.hash : url.href;
}

/**
 * Where a link leads, or null for one that the body may not have (it runs, opens a file, leads within its page, or is
 * relative to a page that is not known): the text stays, the link goes.
 *
 * @param href the attribute, entities decoded
 * @param links whether trackers and pages that send on are taken out
 * @param page the whole address of the page that it stands on, where known
 */
export function linkTarget(href: string, links: Policy['links'], page: string | null): string | null {
  // Browsers take tabs and line ends out of an address, and spaces for %20.
  const written = href
    .replace(/[\t\n\r]/g, '')
    .trim()
    .replace(/ /g, '%20');
  if (written === '' || written.startsWith('#') || written.length > LONGEST_WRITTEN) return null;
  const address = links === 'cleaned' ? withoutTracking(unwrapped(written)) : written;
  // Resolving would turn a backslash into a slash and drop control characters before they could be refused.
  if (hidesCharacters(address)) return null;
  const absolute = STANDS_ALONE.test(address) ? address : resolved(address, page);
  return absolute !== null && isSafeAddress(absolute) ? absolute : null;
}
