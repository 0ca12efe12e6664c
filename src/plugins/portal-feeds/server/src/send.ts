import { createHash } from 'node:crypto';
import type { Context } from 'koa';

const MAX_AGE = 5;

/**
 * Sends an answer of the contract: its bytes, a strong ETag of them, and how long they may be kept, which is never
 * past the instant at which time alone changes what is visible.
 *
 * @param secondsToNextChange until that instant; null when none is known
 */
export function send(ctx: Context, answer: unknown, secondsToNextChange: number | null): void {
  const bytes = Buffer.from(JSON.stringify(answer));
  const maxAge = Math.min(MAX_AGE, Math.floor(secondsToNextChange ?? MAX_AGE));
  ctx.set('Cache-Control', `public, max-age=${maxAge}, stale-if-error=600`);
  ctx.set('ETag', `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`);
  ctx.status = 200;
  ctx.type = 'application/json; charset=utf-8';
  ctx.body = bytes;
  if (ctx.fresh) ctx.status = 304;
}
