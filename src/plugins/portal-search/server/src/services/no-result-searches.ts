import type { Core } from '@strapi/strapi';
import { portalDay } from '../../../../../vietnamese';
import type { Options } from '../config';
import { ADD, FORGET, LOCK, MOST_FREQUENT, type NoResultSearch } from '../queries/no-result-searches';

const EVERY_MS = 10_000;
/** Characters of a search that is counted: nobody types a longer one twice. */
const LONGEST = 100;
/** Distinct searches that are held between two writes; more are not counted. */
const MOST_HELD = 1_000;

/**
 * Counts, by portal days and in words without accents, the searches in which nothing was found. Who asked is not kept.
 * Counts are held in memory for some seconds, so that a flood of searches is a write now and then.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { countNoResults } = strapi.config.get<Options>('plugin::portal-search');
  let held = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;

  async function write(): Promise<void> {
    if (held.size === 0) return;
    const written = held;
    held = new Map();
    const day = portalDay(new Date());
    const counts = JSON.stringify([...written].map(([q, count]) => ({ q, count })));
    try {
      await strapi.db.transaction(async ({ trx }) => {
        await trx.raw(LOCK);
        await trx.raw(ADD, [day, counts, day, day]);
        await trx.raw(FORGET, [day]);
      });
    } catch (error) {
      for (const [q, count] of written) hold(q, count);
      strapi.log.warn(`portal-search has not written what was not found, and tries again: ${(error as Error).message}`);
    }
  }

  function hold(q: string, count: number): void {
    if (held.has(q) || held.size < MOST_HELD) held.set(q, (held.get(q) ?? 0) + count);
  }

  return {
    /** Counts a search, as it was typed, unless it is long. */
    count(q: string): void {
      if (!countNoResults || q.length > LONGEST) return;
      hold(q, 1);
      timer ??= setInterval(() => void write(), EVERY_MS).unref();
    },

    /** Writes what is held; what cannot be written is held on. */
    write,

    async stop(): Promise<void> {
      clearInterval(timer);
      await write();
    },

    /**
     * The most frequent, in words without accents.
     *
     * @param days how many, today among them
     */
    async list(days: number): Promise<NoResultSearch[]> {
      const { rows } = await strapi.db.connection.raw(MOST_FREQUENT, [portalDay(new Date()), days]);
      return rows as NoResultSearch[];
    },
  };
};
