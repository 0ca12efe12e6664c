import type { IncomingMessage } from 'node:http';
import type { Middleware } from 'koa';
import type { CacheEntry } from './cache-store';
import { negotiateEncoding } from './content-encoding';
import { sendEncoded } from './send';

/** The entry that a request may be answered with if the database cannot be read. */
export const staleEntries = new WeakMap<IncomingMessage, CacheEntry>();

/** RFC 7234, 5.5.1: obsolete in RFC 9111, and part of the contract. */
export const STALE_WARNING = { Warning: '110 - "Response is Stale"' };

type StaleIfErrorOptions = {
  /** Whether no change is known since that generation. */
  mayServeStale(generation: number): boolean;
  /** @param databaseIsAway false when the read was refused because too many waited */
  onServedStale(databaseIsAway: boolean): void;
};

/**
 * Serves the last cached answer instead of a 503, with a Warning: not past the instant at which time changes it, nor
 * after a change was notified, be it while the database was read.
 */
export const staleIfError =
  (cache: () => StaleIfErrorOptions): Middleware =>
  async (ctx, next) => {
    await next();
    const entry = ctx.status === 503 ? staleEntries.get(ctx.req) : undefined;
    const secondsLeft = entry ? (entry.endsAt - performance.now()) / 1_000 : 0;
    if (!entry || secondsLeft <= 0 || !cache().mayServeStale(entry.generation)) return;
    // A read that was refused because too many waited says nothing of the database.
    const isBusy = ctx.response.get('Retry-After') !== '';
    ctx.remove('Retry-After');
    const encoding = negotiateEncoding(ctx.get('Accept-Encoding'));
    sendEncoded(ctx, entry.encoded[encoding], encoding, secondsLeft);
    ctx.set(STALE_WARNING);
    cache().onServedStale(!isBusy);
  };
