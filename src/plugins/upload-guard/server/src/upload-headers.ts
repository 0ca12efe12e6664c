import path from 'node:path';
import type { Core } from '@strapi/strapi';

/** What a browser may show by itself; everything else is for saving. */
const SHOWN = /^(?:image\/(?:jpeg|png|webp|gif|avif)|application\/pdf|audio\/[\w.+-]+|video\/[\w.+-]+)$/;

const INERT = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";
/** Some browsers' readers of PDF do not open in a sandbox. */
const INERT_PDF = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'";

/** Whether an address leads into the folder of uploads, however it is written: `/%75ploads/…` does. */
function leadsToUploads(address: string): boolean {
  try {
    return /^\/+uploads\//i.test(path.posix.normalize(decodeURIComponent(address)));
  } catch {
    return false; // Nothing is served at an address that cannot be decoded.
  }
}

/** Serves uploaded files as what they are stored as, without a right to run anything, whatever lies there from before. */
export const uploadHeaders: Core.MiddlewareHandler = async (ctx, next) => {
  await next();
  if (!leadsToUploads(ctx.path)) return;
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('Content-Security-Policy', ctx.type === 'application/pdf' ? INERT_PDF : INERT);
  if (ctx.status < 300 && !SHOWN.test(ctx.type)) ctx.set('Content-Disposition', 'attachment');
};
