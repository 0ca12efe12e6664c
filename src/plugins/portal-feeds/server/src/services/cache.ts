import type { Core } from '@strapi/strapi';
import { listen, type Listening } from '../../../../../postgres/listen';
import { WRITTEN_POSITION } from '../../../../../postgres/read-servers';
import { sessionOptions } from '../../../../../postgres/session';
import {
  absenceCacheControl,
  CacheStore,
  createCacheKeys,
  createCacheListener,
  createMetrics,
  createNextChangeTimer,
  Generations,
} from '../../../../../response-cache';
import { databaseConnection, databaseSchema } from '../../../../../strapi-internals/database';
import { interceptRequests } from '../../../../../strapi-internals/http-server';
import { cacheableRoutes } from '../cacheable-routes';
import { parseOptions } from '../config';
import { millisecondsToNextChange } from '../queries/next-change';
import { CHANNEL } from '../schema/notify-changes';

/** The response cache of all registered answers, invalidated by the database. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const options = parseOptions(strapi.config.get('plugin::portal-feeds'));
  const reader = strapi.plugin('portal-feeds').service('reader');
  const store = new CacheStore(options.memoryBytes);
  const metrics = createMetrics(() => ({
    ...store.size,
    isTrusted: generations.isTrusted,
    pool: reader.connections(),
  }));
  const generations = new Generations(metrics.generation);
  let listening: Listening | undefined;
  let catchingUp: Promise<void> | undefined;
  let isAway = false;
  let removeListener = () => {};

  const timer = createNextChangeTimer(
    async () => {
      const [row] = (await listening?.query<{ left: number }>(millisecondsToNextChange)) ?? [];
      if (!row) throw new Error('Not listening.');
      return row.left;
    },
    () => change('time'),
  );

  function change(reason: 'change' | 'time'): void {
    if (reason === 'change') requireWritten();
    generations.change(reason);
    timer.restart();
  }

  /** A replica may be slower than the notification. Fails, so that the primary is read, while nothing is known of it. */
  function requireWritten(): void {
    if (options.readUrls.length === 0) return;
    const asked = listening?.query<{ position: string }>(WRITTEN_POSITION);
    reader.require(asked ? asked.then(([row]) => Number(row!.position)) : Promise.reject(new Error('Not listening.')));
  }

  function trust(): void {
    requireWritten();
    isAway = false;
    generations.trust();
    timer.restart();
  }

  const listener = {
    onNotify: () => change('change'),
    onTrusted: trust,
    onSuspect(reason: Error) {
      if (generations.isTrusted) {
        strapi.log.warn(`portal-feeds receives no notifications, and serves nothing from its cache: ${reason.message}`);
      }
      requireWritten();
      generations.suspect();
    },
  };

  return {
    metrics,

    /** Whether changes are notified to this node; without a cache they need not be. */
    isListening: (): boolean => options.memoryBytes === 0 || generations.isTrusted,

    /** Puts the cache in front of Koa's own listener. Does nothing with a size of 0 bytes. */
    start(): void {
      if (options.memoryBytes === 0) return;
      const config = {
        ...databaseConnection(strapi),
        options: sessionOptions(databaseSchema(strapi)),
        application_name: 'portal-feeds listener',
      };
      listening = listen(config, CHANNEL, listener);
      removeListener = interceptRequests(strapi, (next) =>
        createCacheListener({
          keys: createCacheKeys(cacheableRoutes(strapi.plugin('portal-feeds').service('registry').close())),
          store,
          generations,
          origins: options.origins,
          next,
          catchingUp: () => catchingUp,
          isAway: () => isAway,
          metrics,
          onError: (error) => strapi.log.error(error),
        }),
      );
    },

    /**
     * `Cache-Control` of a 301, 404 or 410: never past the next instant at which time changes anything, so that it tells
     * nothing of what it hides.
     */
    absenceCacheControl: (): string => absenceCacheControl(generations.isTrusted ? timer.secondsLeft() : null),

    mayServeStale: (generation: number): boolean => generations.mayServeStale(generation),

    /**
     * Counts a stale response. When the database did not answer, others are served stale without waiting for it, until
     * the listener reaches it again.
     */
    onServedStale(databaseIsAway: boolean): void {
      metrics.stale();
      if (databaseIsAway) isAway = !generations.isTrusted;
    },

    /** After a write on this node: the next reads on it wait until the write has been notified. */
    catchUp(): void {
      if (!listening) return;
      const caughtUp: Promise<void> = listening.catchUp().finally(() => {
        if (catchingUp === caughtUp) catchingUp = undefined;
      });
      catchingUp = caughtUp;
    },

    stop(): void {
      removeListener();
      timer.stop();
      listening?.close();
      listening = undefined;
    },
  };
};
