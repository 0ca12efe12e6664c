import type { Core } from '@strapi/strapi';
import type { FoundRows, FrequentRows, ListSearch } from '../../../../../strapi-internals/list-search';
import { writableText } from '../../../../../vietnamese';
import * as queries from '../queries/panel';
import { parseQuery } from '../requests/parse-query';
import { Filling } from './filling';
import { panelSources, type PanelSource } from '../schema/panel-sources';

/** Rows of a transaction: their editors wait for it at most. */
const BATCH = 20;

/** UTF-16 units of a search that are read: more than 32 words have. */
const LONGEST_SEARCH = 1_000;

const DOCUMENT_ID = /^[a-z0-9]{24}$/;

/** The share of rows from which on a search finds too many to collect: 30,000 of a million. */
const FREQUENT = 0.03;

type Progress = (type: string, done: number) => void;
type Batch = { count: number; last: number; problems?: string[] };

/** What is searched in the panel: `_q` of Strapi's lists, relation pickers and media library. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const filling = new Filling(strapi.log, 'rows of the panel', fillMissing);

  async function rows<Row>(statement: string, binds: readonly unknown[] = []): Promise<Row[]> {
    // A caller within a transaction must not wait for a second connection.
    const { rows: found } = await strapi.db.transaction(({ trx }) => trx.raw(statement, binds as never));
    return found as Row[];
  }

  /** Goes through the rows of a source in batches, each in a transaction of its own. */
  async function inBatches(statement: string, onBatch: (batch: Batch, done: number) => void): Promise<void> {
    for (let after = 0, done = 0; !filling.isStopping;) {
      const [batch] = await rows<Batch>(statement, [after, BATCH]);
      if (!batch || batch.count === 0) return;
      after = batch.last;
      onBatch(batch, (done += batch.count));
    }
  }

  /** @returns undefined for a search that finds so few rows that they can be collected */
  async function frequent(source: PanelSource, query: string): Promise<FrequentRows | undefined> {
    const [sampled] = await rows<{ share: number }>(queries.foundShare(source), [query]);
    if (!sampled || sampled.share < FREQUENT) return undefined;
    const { orders = [] } = source;
    return { isFound: queries.isFoundEntry(source), bindings: [query], share: sampled.share, orders };
  }

  async function readIn(source: PanelSource, onProgress: Progress): Promise<void> {
    await inBatches(queries.indexNext(source), (_, done) => onProgress(source.type, done));
    if (filling.isStopping) return;
    await rows(queries.dropSurplus(source));
    await rows(queries.IS_FILLED_PANEL_TYPE, [source.type]);
  }

  async function fillMissing(): Promise<void> {
    const installed = panelSources(strapi);
    const types = installed.map(({ type }) => type);
    await rows(queries.DROP_OTHER_PANEL_TYPES, [types, types]);
    const filled = new Set((await rows<{ type: string }>(queries.FILLED_PANEL_TYPES)).map(({ type }) => type));
    for (const source of installed.filter(({ type }) => !filled.has(type))) await readIn(source, () => undefined);
  }

  return {
    /**
     * The rows that a search finds, of which only the beginning counts where it is long: a condition of the statement
     * that also has those of the person's permissions.
     *
     * @returns null for a type that is not searched here, or not yet: until its rows are read in, Strapi searches
     */
    async find({ uid, text, isPicker, isOfDrafts }: ListSearch): Promise<FoundRows | null> {
      const source = panelSources(strapi).find((one) => one.uid === uid);
      if (!source) return null;
      const { type, isDraftsOnly } = source;
      const asked = writableText(text.slice(0, LONGEST_SEARCH));
      const { main, quoted, excluded } = parseQuery(asked);
      const [read] = await rows<{ query: string | null; isFilled: boolean }>(queries.PANEL_QUERY, [
        ...[type, main, quoted, excluded, isPicker, type],
      ]);
      if (!read!.isFilled) return null;
      const parts = [
        { sql: queries.FOUND_ENTRIES, binding: read!.query },
        ...(isDraftsOnly && !isOfDrafts ? [{ sql: queries.FOUND_DOCUMENTS, binding: read!.query }] : []),
        ...(DOCUMENT_ID.test(asked) ? [{ sql: queries.foundById(source), binding: asked }] : []),
      ];
      const isIndexed = !isDraftsOnly || isOfDrafts;
      return {
        sql: parts.map(({ sql }) => sql).join(' UNION '),
        bindings: parts.map(({ binding }) => binding),
        frequent: isIndexed && read!.query !== null ? await frequent(source, read!.query) : undefined,
      };
    },

    /** Reads in what was there before this plugin was, or was read in another form, while editors go on. */
    fill(): Promise<void> {
      return filling.start();
    },

    stop: (): Promise<void> => filling.stop(),

    /** Reads everything in again, while editors go on. */
    async rebuild(onProgress: Progress): Promise<void> {
      for (const source of panelSources(strapi)) await readIn(source, onProgress);
    },

    /** @returns how what is searched differs from what there is, a line each: none where all is true */
    async verify(onProgress: Progress): Promise<string[]> {
      const problems: string[] = [];
      for (const source of panelSources(strapi)) {
        const { type } = source;
        await inBatches(queries.compareNextRows(source), (batch, done) => {
          problems.push(...batch.problems!.map((problem) => `${type}: ${problem}`));
          onProgress(type, done);
        });
        const surplus = await rows<{ id: number }>(queries.surplusRows(source));
        problems.push(...surplus.map(({ id }) => `${type}: surplus ${id}`));
      }
      return problems;
    },
  };
};
