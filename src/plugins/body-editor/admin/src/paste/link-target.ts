import { isSafeAddress } from '../../../../../body/link-address';

const TRACKING = /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_[ce]id|zarsrc|_gl|_ga)$/i;
// Pages that send on to the address in a parameter.
const WRAPPERS: { host: RegExp; path: RegExp; parameters: string[] }[] = [
  { host: /^(?:www\.)?google\.[a-z.]+$/, path: /^\/url$/, parameters: ['q', 'url'] },
  { host: /\.safelinks\.protection\.outlook\.com$/, path: /^/, parameters: ['url'] },
  { host: /^lm?\.facebook\.com$/, path: /^\/l\.php$/, parameters: ['u'] },
];
const MOST_WRAPPERS = 4;

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

/** The address without the parameters that say where a reader came from; every other byte stays. */
function untracked(address: string): string {
  const [, path = '', query, fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(address) ?? [];
  if (query === undefined) return address;
  const kept = query.split('&').filter((pair) => !TRACKING.test(pair.split('=')[0] ?? ''));
  return path + (kept.length > 0 ? `?${kept.join('&')}` : '') + fragment;
}

/**
 * Where a pasted link leads in the end, or null for one that the body may not have (it runs, opens a file) and for a
 * place within the page that was copied from: the text stays, the link goes.
 */
export function linkTarget(href: string): string | null {
  // Browsers take tabs and line ends out of an address, and spaces for %20.
  const written = href
    .replace(/[\t\n\r]/g, '')
    .trim()
    .replace(/ /g, '%20');
  if (written.startsWith('#')) return null;
  const address = untracked(unwrapped(written));
  return isSafeAddress(address) ? address : null;
}
