import type { RequestListener } from 'node:http';
import type { Core } from '@strapi/strapi';
import { listen, type Listening } from '../../../../../postgres/listen';
import { sessionOptions } from '../../../../../postgres/session';
import { parseOptions } from '../config';
import { databaseOf } from '../database-of';
import { createAlarm } from '../memory/alarm';
import { Entries } from '../memory/entries';
import { createFigures } from '../memory/figures';
import { Generations } from '../memory/generations';
import { inFront } from '../memory/in-front';
import { millisecondsToNextChange } from '../queries/next-change';
import { CHANNEL } from '../schema/tell-of-changes';

/** The memory in front of the contract, emptied by the database. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const options = parseOptions(strapi.config.get('plugin::portal-feeds'));
  const reader = strapi.plugin('portal-feeds').service('reader');
  const entries = new Entries(options.memoryBytes);
  const figures = createFigures(() => ({
    ...entries.size,
    isTrusted: generations.isTrusted,
    pool: reader.connections(),
  }));
  const generations = new Generations(figures.began);
  let listening: Listening | undefined;
  let catchingUp: Promise<void> | undefined;
  let doubts = 0;
  let isAway = false;
  let readsReplica = options.readUrl !== undefined;
  let putBack = () => {};

  const alarm = createAlarm(
    async () => {
      const [row] = (await listening?.query<{ left: number }>(millisecondsToNextChange)) ?? [];
      if (!row) throw new Error('Not listening.');
      return row.left;
    },
    () => begin('time'),
  );

  function begin(why: 'change' | 'time'): void {
    generations.change(why);
    alarm.set();
  }

  async function trust(): Promise<void> {
    // A replica may show what was before the change that it is read after: nothing of it is kept.
    const before = doubts;
    if (options.readUrl) readsReplica = await reader.isReplica();
    if (doubts !== before) return;
    isAway = false;
    generations.trust();
    alarm.set();
  }

  const listener = {
    heard: () => begin('change'),
    trusted: () => void trust(),
    doubted(why: Error) {
      if (generations.isTrusted) strapi.log.warn(`portal-feeds hears of no changes, and reads anew: ${why.message}`);
      doubts += 1;
      generations.doubt();
    },
  };

  return {
    figures,

    /** Whether changes are heard of; without a memory none need be. */
    hears: (): boolean => options.memoryBytes === 0 || generations.isTrusted,

    /** Stands in front of Koa's own listener from now on. Without bytes to keep, nothing is done. */
    start(): void {
      if (options.memoryBytes === 0) return;
      const config = {
        ...databaseOf(strapi),
        options: sessionOptions(strapi.db.getSchemaName()),
        application_name: 'portal-feeds listener',
      };
      listening = listen(config, CHANNEL, listener);
      const { httpServer } = strapi.server;
      const behind = httpServer.listeners('request') as RequestListener[];
      const front = inFront({
        entries,
        generations,
        origins: options.origins,
        passOn: (request, response) => Promise.all(behind.map((one) => one.call(httpServer, request, response))),
        catchingUp: () => catchingUp,
        isAway: () => isAway,
        mayKeep: () => !readsReplica,
        figures,
        failed: (error) => strapi.log.error(error),
      });
      httpServer.removeAllListeners('request').on('request', front);
      putBack = () => {
        httpServer.removeAllListeners('request');
        behind.forEach((one) => httpServer.on('request', one));
      };
    },

    isUnrefuted: (generation: number): boolean => generations.isUnrefuted(generation),

    /**
     * Somebody was shown the last bytes. When it was since the database did not answer, others need not wait to be shown
     * them too, until the listener reaches it again.
     */
    showedLast(databaseIsAway: boolean): void {
      figures.stale();
      if (databaseIsAway) isAway = !generations.isTrusted;
    },

    /** Something was written here: whoever reads next on this node waits until it has been heard of. */
    catchUp(): void {
      if (!listening) return;
      const caughtUp: Promise<void> = listening.catchUp().finally(() => {
        if (catchingUp === caughtUp) catchingUp = undefined;
      });
      catchingUp = caughtUp;
    },

    stop(): void {
      putBack();
      alarm.stop();
      listening?.close();
      listening = undefined;
    },
  };
};
