import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import { sentAnswer } from './answer';
import type { CacheKey, CacheKeys } from './cache-key';
import type { CacheEntry, CacheStore } from './cache-store';
import type { Generations } from './generations';
import type { Metrics } from './metrics';
import { createRespondFromCache } from './respond-from-cache';
import { STALE_WARNING, staleEntries } from './stale-if-error';

type Build = {
  /** Of its beginning; undefined while it waits for its turn. */
  generation: number | undefined;
  entry: Promise<CacheEntry | undefined>;
};

type CacheListenerOptions = {
  keys: CacheKeys;
  store: CacheStore;
  generations: Generations;
  origins: readonly string[];
  /** Answers a request that the cache does not; settles when it has. */
  next(request: IncomingMessage, response: ServerResponse): unknown;
  /** Settles when the writes of this node have been notified; undefined when there are none. */
  catchingUp(): Promise<void> | undefined;
  /** Whether the database is known to be away, until it has come back. */
  isAway(): boolean;
  metrics: Pick<Metrics, 'request' | 'built' | 'stale'>;
  onError(error: unknown): void;
};

/** Headers that belong to one request, or that are composed for each response. */
const PER_RESPONSE =
  /^(access-control-.*|cache-control|connection|content-(type|length|encoding)|date|etag|keep-alive|vary)$/;

/** Builds that run at a time. More are no faster together, and keep the editors' requests waiting behind them. */
const BUILDS = 4;
/** Milliseconds after which a build no longer counts: it waits for the database, not for the processor. */
const SLOW_BUILD = 250;
/** Requests that wait for their turn; those beyond are for the read pool to refuse. */
const MAX_WAITING = 1_000;

/** Builds take turns, in the order of their arrival; between two of them the event loop does other work. */
class BuildTurns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** @returns ends the turn */
  async take(): Promise<() => void> {
    if (this.running < BUILDS || this.waiting.length >= MAX_WAITING) this.running += 1;
    else await new Promise<void>((begin) => this.waiting.push(begin));
    let hasEnded = false;
    const end = () => {
      clearTimeout(timer);
      if (hasEnded) return;
      hasEnded = true;
      const next = this.running <= BUILDS ? this.waiting.shift() : undefined;
      if (next) setImmediate(next);
      else this.running -= 1;
    };
    const timer = setTimeout(end, SLOW_BUILD).unref();
    return end;
  }
}

/**
 * The request listener of the response cache: a cached answer is sent with the headers of the answer that it was made
 * from; any other request goes on to `next`, and a 200 of a cacheable route is kept as it comes back.
 */
export function createCacheListener(options: CacheListenerOptions): RequestListener {
  const { keys, store, metrics, generations, next } = options;
  const respond = createRespondFromCache(options.origins);
  const builds = new Map<string, Build>();
  const turns = new BuildTurns();

  return (request, response) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const key = isRead ? keys(request.url!) : null;
    if (!key) return void next(request, response);
    const catchingUp = options.catchingUp();
    if (!catchingUp) return answer(key, request, response);
    catchingUp.then(() => answer(key, request, response)).catch(options.onError);
  };

  function answer(key: CacheKey, request: IncomingMessage, response: ServerResponse): void {
    const entry = store.get(key);
    if (entry && generations.isCurrent(entry.generation) && performance.now() < entry.endsAt) {
      metrics.request('hit');
      return respond(entry, request, response);
    }
    if (options.isAway() && entry && generations.mayServeStale(entry.generation) && performance.now() < entry.endsAt) {
      metrics.stale();
      return respond(entry, request, response, STALE_WARNING);
    }
    if (entry && generations.mayServeStale(entry.generation)) staleEntries.set(request, entry);
    const running = builds.get(key.key);
    if (!running || !canJoin(running)) return build(key, request, response);
    metrics.request('joined');
    store.admits(key);
    running.entry
      .then((built) => (built ? respond(built, request, response) : void next(request, response)))
      .catch(options.onError);
  }

  function canJoin({ generation }: Build): boolean {
    return generation === undefined ? generations.isTrusted : generations.isCurrent(generation);
  }

  function build(key: CacheKey, request: IncomingMessage, response: ServerResponse): void {
    metrics.request('miss');
    const running: Build = { generation: undefined, entry: Promise.resolve(undefined) };
    running.entry = buildInTurn(running, key, request, response)
      .catch((error: unknown) => void options.onError(error))
      .finally(() => builds.get(key.key) === running && builds.delete(key.key));
    builds.set(key.key, running);
  }

  async function buildInTurn(
    running: Build,
    key: CacheKey,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<CacheEntry | undefined> {
    const end = await turns.take();
    const begunAt = performance.now();
    const generation = (running.generation = generations.current);
    try {
      // A client that has left meanwhile needs no answer.
      if (!response.destroyed) await next(request, response);
    } finally {
      end();
    }
    return keep(key, generation, begunAt, request, response);
  }

  async function keep(
    key: CacheKey,
    generation: number,
    begunAt: number,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<CacheEntry | undefined> {
    const answer = sentAnswer(request);
    if (!answer || response.hasHeader('Set-Cookie') || !store.admits(key)) return undefined;
    metrics.built(performance.now() - begunAt);
    const { secondsToNextChange } = answer;
    const entry: CacheEntry = {
      encoded: await answer.inAllEncodings(),
      headers: lastingHeaders(response.getHeaders()),
      isCrossOrigin: key.isCrossOrigin,
      generation,
      sentHeaders: new Map(),
      // Counted from before the query, so that it never ends too late.
      onSent: answer.onSent,
      endsAt: secondsToNextChange === null ? Infinity : begunAt + secondsToNextChange * 1_000,
    };
    if (generation === generations.current) store.set(key, entry);
    return entry;
  }
}

const lastingHeaders = (headers: OutgoingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !PER_RESPONSE.test(name))) as Record<string, string>;
