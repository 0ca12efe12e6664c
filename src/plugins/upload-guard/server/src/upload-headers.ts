import type { Context } from 'koa';

/** What a browser may show by itself; everything else is for saving. */
const SHOWN = /^(?:image\/(?:jpeg|png|webp|gif|avif)|application\/pdf|audio\/[\w.+-]+|video\/[\w.+-]+)$/;

const INERT = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";
/** Some browsers' readers of PDF do not open in a sandbox. */
const INERT_PDF = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'";

/** Takes every right to run anything from a stored file, whatever its bytes are. `ctx.type` is that of the file. */
export function setInertHeaders(ctx: Context): void {
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('Content-Security-Policy', ctx.type === 'application/pdf' ? INERT_PDF : INERT);
  if (ctx.status < 300 && !SHOWN.test(ctx.type)) ctx.set('Content-Disposition', 'attachment');
}
