import { withoutForbidden, type Addresses } from './addresses';

/** How the renderer wrote characters that no address has. */
const REFERENCES: Readonly<Record<string, string>> = { '&quot;': '"', '&lt;': '<', '&gt;': '>' };

/**
 * HTML of a body with its links absolute: those to the portal's own pages (`/…`) and to stored files (`/uploads/…`).
 * Characters that no address has are percent-encoded. Only attributes that the renderer wrote are changed: text cannot
 * match them, since its quotation marks are escaped.
 *
 * @param page the address of the body's page, for readers that show the HTML elsewhere: links into the text (`#…`)
 *   then lead there
 */
export const absoluteLinks = (html: string, addresses: Addresses, page = ''): string =>
  html.replace(/(?<= href=")[^"]*/g, (written) => {
    const href = written.replace(/&(?:quot|lt|gt);/g, (reference) => REFERENCES[reference]!);
    if (href.startsWith('/uploads/')) return addresses.file(href);
    if (href.startsWith('/')) return addresses.portal(href);
    return withoutForbidden(href.startsWith('#') ? page + href : href);
  });
