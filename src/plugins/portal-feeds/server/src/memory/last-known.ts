import type { IncomingMessage } from 'node:http';
import type { Middleware } from 'koa';
import { sendForm } from '../send';
import type { Entry } from './entries';
import { encodingFor } from './negotiate';

/** What was last known of what a request asks, for the case that the database is away. */
export const lastKnown = new WeakMap<IncomingMessage, Entry>();

/** RFC 9111, 5.5. */
export const STALE = { Warning: '110 - "Response is Stale"' };

/** The last bytes instead of a 503, marked as stale, until time itself would change them. */
export const lastKnownInstead =
  (shown: () => void): Middleware =>
  async (ctx, next) => {
    await next();
    const entry = ctx.status === 503 ? lastKnown.get(ctx.req) : undefined;
    const secondsLeft = entry ? (entry.endsAt - performance.now()) / 1_000 : 0;
    if (!entry || secondsLeft <= 0) return;
    const encoding = encodingFor(ctx.get('Accept-Encoding'));
    sendForm(ctx, entry.forms[encoding], encoding, secondsLeft);
    ctx.set(STALE);
    shown();
  };
