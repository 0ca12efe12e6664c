import type { Addresses } from '../answers/addresses';

/**
 * The HTML of a body with its links absolute, for readers that show it anywhere: those to the portal's own pages
 * (`/…`), to stored files (`/uploads/…`) and into the page itself (`#…`). Only attributes that the renderer wrote are
 * changed: text cannot match them, since its quotation marks are escaped.
 *
 * @param page the address of the body's page
 */
export const absoluteLinks = (html: string, page: string, addresses: Addresses): string =>
  html.replace(/ href="((?:\/|#)[^"]*)/g, (_, href: string) => {
    if (href.startsWith('#')) return ` href="${page}${href}`;
    return ` href="${href.startsWith('/uploads/') ? addresses.file(href) : addresses.portal(href)}`;
  });
