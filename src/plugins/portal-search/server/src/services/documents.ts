import type { Core } from '@strapi/strapi';
import {
  BEFORE_ALL,
  compareNext,
  DROP_OTHERS,
  FILLED,
  IS_FILLED,
  REBUILDING,
  refreshNextKnown,
  refreshNextPublished,
  surplus,
  type BatchEnd,
} from '../queries/maintain';
import { Filling } from './filling';
import type { Source } from '../schema/source';
import { sources } from '../schema/sources';

/** Documents of a transaction: their editors wait for it at most. */
const BATCH = 20;

type Progress = (type: string, done: number) => void;
type Batch = BatchEnd & { count: number };

/** What is searched, as a whole. Triggers keep it; this is for the first start, for proof, and for repair. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const filling = new Filling(strapi.log, 'documents', fillMissing);

  async function rows<Row>(statement: string, binds: readonly unknown[] = []): Promise<Row[]> {
    const { rows: found } = await strapi.db.connection.raw(statement, binds as never);
    return found as Row[];
  }

  /** Goes through a list in batches, each in a transaction of its own. */
  async function inBatches(statement: string, isRebuild: boolean, onBatch: (done: number) => void): Promise<void> {
    let end: BatchEnd = BEFORE_ALL;
    for (let done = 0; !filling.isStopping;) {
      const batch = await strapi.db.transaction(async ({ trx }) => {
        if (isRebuild) await trx.raw(REBUILDING);
        const { rows: found } = await trx.raw(statement, [end.document_id, end.locale, BATCH]);
        return found[0] as Batch;
      });
      if (batch.count === 0) return;
      done += batch.count;
      end = batch;
      onBatch(done);
    }
  }

  async function readIn(source: Source, isRebuild: boolean, onProgress: Progress): Promise<void> {
    await inBatches(refreshNextPublished(source), isRebuild, (done) => onProgress(source.type, done));
    await inBatches(refreshNextKnown(source), false, () => undefined);
    if (!filling.isStopping) await rows(IS_FILLED, [source.type]);
  }

  async function fillMissing(): Promise<void> {
    const installed = sources(strapi);
    const types = installed.map(({ type }) => type);
    await rows(DROP_OTHERS, [types, types]);
    const filled = new Set((await rows<{ type: string }>(FILLED)).map(({ type }) => type));
    for (const source of installed.filter(({ type }) => !filled.has(type)))
      await readIn(source, false, () => undefined);
  }

  return {
    /**
     * Reads in what was there before this plugin was, or was read in another form, while readers and editors go on. Nodes that start
     * together do so beside each other.
     */
    fill(): Promise<void> {
      return filling.start();
    },

    stop: (): Promise<void> => filling.stop(),

    /** Reads everything in again, while readers and editors go on. */
    async rebuild(onProgress: Progress): Promise<void> {
      for (const source of sources(strapi)) await readIn(source, true, onProgress);
    },

    /** @returns how what is searched differs from what is published, a line each: none where all is true */
    async verify(onProgress: Progress): Promise<string[]> {
      const problems: string[] = [];
      for (const source of sources(strapi)) {
        let end: BatchEnd = BEFORE_ALL;
        for (let done = 0; ;) {
          const [batch] = await rows<Batch & { problems: string[] }>(compareNext(source), [
            end.document_id,
            end.locale,
            BATCH,
          ]);
          if (!batch || batch.count === 0) break;
          problems.push(...batch.problems.map((problem) => `${source.type}: ${problem}`));
          end = batch;
          onProgress(source.type, (done += batch.count));
        }
        const unpublished = await rows<BatchEnd>(surplus(source));
        problems.push(
          ...unpublished.map(({ document_id, locale }) => `${source.type}: surplus ${document_id} ${locale}`),
        );
      }
      return problems;
    },
  };
};
