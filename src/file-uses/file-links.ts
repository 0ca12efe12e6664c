/**
 * The address of a stored file in a link, whatever the host: its path from the beginning, with the file's name as group.
 * What follows ends the path. A regular expression of JavaScript and of PostgreSQL alike, so that the
 * rights on a link, the index of links and previews read an address by one rule.
 */
export const FILE_LINK = '(?:https?://[^/?#"]+)?/uploads/([A-Za-z0-9_.-]+)';

const IN_ADDRESS = new RegExp(`^${FILE_LINK}(?:[?#]|$)`);
const IN_HTML = new RegExp(` href="${FILE_LINK}[?#"]`, 'g');

/** The path (`/uploads/NAME`) of the stored file to which an address of a link leads; null where it leads elsewhere. */
export function fileOfLink(href: string): string | null {
  const [, name] = IN_ADDRESS.exec(href) ?? [];
  return name ? `/uploads/${name}` : null;
}

/** Paths (`/uploads/NAME`) of the stored files to which HTML links that the body's renderer wrote. */
export const fileLinksOfHtml = (html: string): string[] =>
  [...html.matchAll(IN_HTML)].map(([, name]) => `/uploads/${name}`);
