import type { Addresses } from '../answers/addresses';

/**
 * The HTML of a body with its links absolute, for readers that show it anywhere: those to the portal's own places
 * (`/…`), to stored files (`/uploads/…`) and into the page itself (`#…`). Only what the renderer wrote is touched: text
 * cannot look like it, since its quotation marks are escaped.
 *
 * @param page the address of the page that the body is of
 */
export const absoluteLinks = (html: string, page: string, addresses: Addresses): string =>
  html.replace(/ href="((?:\/|#)[^"]*)/g, (_, href: string) => {
    if (href.startsWith('#')) return ` href="${page}${href}`;
    return ` href="${href.startsWith('/uploads/') ? addresses.file(href) : addresses.portal(href)}`;
  });
