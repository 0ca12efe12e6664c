/**
 * The address of a stored file in a link, whatever the host: its path from the beginning, with the file's name as group.
 * What follows ends the path. A regular expression of JavaScript and of PostgreSQL alike, without quotes, so that the
 * rights on a link, the index of links and previews read an address by one rule.
 */
const FILE_LINK = '(?:https?://[^/?#"]+)?/uploads/([A-Za-z0-9_.-]+)';

const IN_HTML = new RegExp(` href="${FILE_LINK}[?#"]`, 'g');

/** Paths (`/uploads/NAME`) of the stored files to which HTML links that the body's renderer wrote. */
export const fileLinksOfHtml = (html: string): string[] =>
  [...html.matchAll(IN_HTML)].map(([, name]) => `/uploads/${name}`);
