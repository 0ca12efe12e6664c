import type { Middleware } from 'koa';

/** Up and out of a folder, as the servers of files see it. */
const CLIMBS = /(^|[\\/])\.\.([\\/]|$)/;

/**
 * Nothing can be at an address that does not decode, holds a NUL or climbs out of its folder. The servers of files
 * behind this would throw, and Strapi would log each with its stack: anybody could fill the log.
 */
export default (): Middleware => (ctx, next) => (isPlain(ctx.path) ? next() : ctx.notFound());

function isPlain(path: string): boolean {
  try {
    const decoded = decodeURIComponent(path);
    return !decoded.includes('\0') && !CLIMBS.test(decoded);
  } catch {
    return false;
  }
}
