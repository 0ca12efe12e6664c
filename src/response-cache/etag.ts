import { createHash } from 'node:crypto';

/** A strong entity tag of exactly these bytes. */
export const strongEtag = (bytes: Buffer): string =>
  `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;

/**
 * Whether an If-None-Match names the entity tag, by the weak comparison that RFC 9110, 13.1.2 prescribes. Koa's `fresh`
 * does not fit: it sends everything again to a client that says `no-cache`, as fetch does with this header.
 */
export function etagMatches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  return ifNoneMatch.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
}
