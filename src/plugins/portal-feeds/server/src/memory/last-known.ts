import type { IncomingMessage } from 'node:http';
import type { Middleware } from 'koa';
import { sendForm } from '../send';
import type { Entry } from './entries';
import { encodingFor } from './negotiate';

/** What was last known of what a request asks, for the case that it cannot be read now. */
export const lastKnown = new WeakMap<IncomingMessage, Entry>();

/** RFC 9111, 5.5. */
export const STALE = { Warning: '110 - "Response is Stale"' };

export type Memory = {
  /** Whether nothing has been heard since that would have changed bytes of that generation. */
  isUnrefuted(generation: number): boolean;
  /** Told of each answer by the last bytes, and whether it was the database that did not give others. */
  showedLast(isAway: boolean): void;
};

/**
 * The last bytes instead of a 503, marked as stale, until time itself would change them, or until a change is heard of,
 * be it while the database was asked.
 */
export const lastKnownInstead =
  (memory: () => Memory): Middleware =>
  async (ctx, next) => {
    await next();
    const entry = ctx.status === 503 ? lastKnown.get(ctx.req) : undefined;
    const secondsLeft = entry ? (entry.endsAt - performance.now()) / 1_000 : 0;
    if (!entry || secondsLeft <= 0 || !memory().isUnrefuted(entry.generation)) return;
    // Refused for want of room, which says nothing of the database.
    const isBusy = ctx.response.get('Retry-After') !== '';
    ctx.remove('Retry-After');
    const encoding = encodingFor(ctx.get('Accept-Encoding'));
    sendForm(ctx, entry.forms[encoding], encoding, secondsLeft);
    ctx.set(STALE);
    memory().showedLast(!isBusy);
  };
