import { createHash } from 'node:crypto';
import type { Context } from 'koa';

const MAX_AGE = 5;

/** Sends an answer of the contract, see `sendBytes`. */
export const send = (ctx: Context, answer: unknown, secondsToNextChange: number | null): void =>
  sendBytes(ctx, Buffer.from(JSON.stringify(answer)), 'application/json; charset=utf-8', secondsToNextChange);

/**
 * Sends what is public: its bytes, a strong ETag of them, and how long they may be kept, which is never
 * past the instant at which time alone changes what is visible. Whoever has the bytes already gets a 304.
 *
 * @param secondsToNextChange until that instant; null when none is known
 */
export function sendBytes(ctx: Context, bytes: Buffer, type: string, secondsToNextChange: number | null): void {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
  const maxAge = Math.min(MAX_AGE, Math.floor(secondsToNextChange ?? MAX_AGE));
  ctx.set('Cache-Control', `public, max-age=${maxAge}, stale-if-error=600`);
  ctx.set('ETag', etag);
  if (names(ctx.get('If-None-Match'), etag)) {
    ctx.status = 304;
    return;
  }
  ctx.status = 200;
  ctx.type = type;
  ctx.body = bytes;
}

/**
 * Whether an If-None-Match names the entity tag, by the weak comparison that RFC 9110, 13.1.2 prescribes. Koa's `fresh`
 * would not do: it sends everything again to a client that says `no-cache`, as fetch does with this header.
 */
function names(ifNoneMatch: string, etag: string): boolean {
  return ifNoneMatch.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
}
