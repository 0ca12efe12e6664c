const LONGEST = 2048;
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Z}\\]/u;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const ACCEPTED: Record<string, RegExp> = {
  http: /^http:\/\/[^/?#@]+(?:[/?#]|$)/i,
  https: /^https:\/\/[^/?#@]+(?:[/?#]|$)/i,
  mailto: /^mailto:[^@]+@[^@]+$/i,
  tel: /^tel:\+?[0-9().\-;=a-z]+$/i,
};

/** A relative address from the page's own: a path on the same portal, or a whole address elsewhere. */
function resolved(href: string, page: string | null): string | null {
  if (!page || !URL.canParse(href, page)) return null;
  const url = new URL(href, page);
  return url.origin === new URL(page).origin ? url.pathname + url.search + url.hash : url.href;
}

/**
 * Where a link of an old page may go on leading: as written for `http(s):`, `mailto:`, `tel:` and paths of the portal,
 * resolved for relative ones. Null for what runs, opens files, leads within the page, or cannot be told: the text stays,
 * the link goes. The body's own check refuses whatever this would miss.
 *
 * @param href the attribute, entities decoded
 * @param page the whole address of the page, where known
 */
export function linkAddress(href: string, page: string | null): string | null {
  // Browsers take tabs and line ends out of an address, and spaces for %20.
  const written = href
    .replace(/[\t\n\r]/g, '')
    .trim()
    .replace(/ /g, '%20');
  if (written === '' || written.startsWith('#') || written.length > LONGEST || FORBIDDEN.test(written)) return null;
  const scheme = SCHEME.exec(written)?.[1]?.toLowerCase();
  if (scheme) return ACCEPTED[scheme]?.test(written) && URL.canParse(written) ? written : null;
  if (written.startsWith('/') && !written.startsWith('//')) return written;
  const absolute = resolved(written, page ?? (written.startsWith('//') ? 'https://portal.invalid/' : null));
  return absolute && absolute.length <= LONGEST && !absolute.startsWith('//') ? absolute : null;
}
