import type { Context } from 'koa';
import { Answer, type EncodedAnswer, recordSentAnswer } from './answer';
import { answerHeaders, mayConfirm } from './cache-headers';
import { type ContentEncoding, negotiateEncoding } from './content-encoding';
import { etagMatches } from './etag';

/** Sends an answer as JSON, see `sendBytes`. */
export const sendJson = (
  ctx: Context,
  answer: unknown,
  secondsToNextChange: number | null,
  onSent?: () => void,
): Promise<void> =>
  sendBytes(ctx, Buffer.from(JSON.stringify(answer)), 'application/json; charset=utf-8', secondsToNextChange, onSent);

/**
 * Sends a public answer with status 200, for the cache to keep: its bytes in the requested encoding with a strong ETag
 * and a `max-age` that never passes the instant at which time alone changes it. A matching If-None-Match gives a 304.
 *
 * @param type the content type, with its charset
 * @param secondsToNextChange until that instant; null when none is known
 * @param onSent is called for this request, and for each that the cache answers with the same bytes
 */
export async function sendBytes(
  ctx: Context,
  bytes: Buffer,
  type: string,
  secondsToNextChange: number | null,
  onSent?: () => void,
): Promise<void> {
  const answer = new Answer(bytes, type, secondsToNextChange, onSent);
  recordSentAnswer(ctx.req, answer);
  const encoding = negotiateEncoding(ctx.get('Accept-Encoding'));
  sendEncoded(ctx, await answer.in(encoding), encoding, secondsToNextChange);
  onSent?.();
}

/** Sends bytes that are encoded already. */
export function sendEncoded(
  ctx: Context,
  encoded: EncodedAnswer,
  encoding: ContentEncoding,
  secondsLeft: number | null,
): void {
  const isNotModified = mayConfirm(secondsLeft) && etagMatches(ctx.get('If-None-Match'), encoded.etag);
  ctx.status = isNotModified ? 304 : 200;
  ctx.set(answerHeaders(encoded, encoding, secondsLeft, isNotModified));
  if (!isNotModified) ctx.body = encoded.bytes;
}

/** For bytes whose address changes with them (RFC 8246): a year, the longest that caches take for real. */
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** Sends bytes whose address names their content, so that nobody asks for them again. */
export async function sendImmutable(ctx: Context, answer: Answer): Promise<void> {
  const encoding = negotiateEncoding(ctx.get('Accept-Encoding'));
  sendEncoded(ctx, await answer.in(encoding), encoding, null);
  ctx.set('Cache-Control', IMMUTABLE);
}
