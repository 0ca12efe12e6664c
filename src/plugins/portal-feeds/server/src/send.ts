import type { Context } from 'koa';
import { Answer, answered, fieldsOf, maxAgeOf, type Form } from './memory/answer';
import { encodingFor, names, type Encoding } from './memory/negotiate';

/** Sends an answer of the contract, see `sendBytes`. */
export const send = (ctx: Context, answer: unknown, secondsToNextChange: number | null): Promise<void> =>
  sendBytes(ctx, Buffer.from(JSON.stringify(answer)), 'application/json; charset=utf-8', secondsToNextChange);

/**
 * Sends what is public: its bytes in the encoding that is asked for, a strong ETag of them, and how long they may be
 * kept, which is never past the instant at which time alone changes what is visible. Whoever has the bytes already gets
 * a 304.
 *
 * @param secondsToNextChange until that instant; null when none is known
 */
export async function sendBytes(
  ctx: Context,
  bytes: Buffer,
  type: string,
  secondsToNextChange: number | null,
): Promise<void> {
  const made = new Answer(bytes, type, secondsToNextChange);
  answered(ctx.req, made);
  const encoding = encodingFor(ctx.get('Accept-Encoding'));
  sendForm(ctx, await made.in(encoding), encoding, secondsToNextChange);
}

/** Sends bytes that are made already. */
export function sendForm(ctx: Context, form: Form, encoding: Encoding, secondsLeft: number | null): void {
  const isKnown = names(ctx.get('If-None-Match'), form.etag);
  ctx.status = isKnown ? 304 : 200;
  ctx.set(fieldsOf(form, encoding, maxAgeOf(secondsLeft), isKnown));
  if (!isKnown) ctx.body = form.bytes;
}
