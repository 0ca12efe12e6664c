import type { Core } from '@strapi/strapi';
import { among, countFound, firstFound, within, type FoundRows, type List, type Where } from './list-statements';

/** What a person searches for in the rows of a content type. */
export type ListSearch = {
  uid: string;
  /** As it was typed, of any length. */
  text: string;
  /** Whether it is typed into a field that picks rows, and not above a list. */
  isPicker: boolean;
  /** Whether the query asks for drafts alone. */
  isOfDrafts: boolean;
};

export type { FoundRows, FrequentRows } from './list-statements';

type Params = List & { _q?: unknown; [PICKED]?: unknown };
type Event = { model: { uid: string }; params: Params };
type Controller = Record<string, (this: Controller, ctx: Context) => unknown>;
type Context = { request: { query: Record<string, unknown> }; params: { model: string; targetField: string } };
type EntityManager = { count(uid: string, params?: Params): Promise<number> };

/** What is searched in a list, and the list without it. */
type Search = { list: List; found: FoundRows };

/** Carries what was typed into a picker to the database layer: Strapi passes unknown keys of a query on. */
const PICKED = 'searchedNames';

/**
 * Replaces the search of Strapi (`_q`) in lists, the media library and relation pickers. Strapi compares every column of
 * every row with ILIKE, and in pickers the main field alone; it offers no other way in than its database layer. What
 * `find` selects becomes one more condition of the query, beside those of permissions. A list that is searched is counted up
 * to MOST_COUNTED, for which Strapi has no way in at all: the count of its database layer is replaced, without the events
 * around it. To be called in `bootstrap`.
 *
 * @param find null leaves the search to Strapi
 */
export function replaceListSearch(
  strapi: Core.Strapi,
  find: (search: ListSearch) => Promise<FoundRows | null>,
): () => void {
  // Strapi counts and reads a page by one object of parameters, at the same time.
  const searches = new WeakMap<Params, Promise<Search | null>>();
  const pages = new WeakMap<Params, Promise<void>>();

  async function begin(uid: string, text: string, params: Params): Promise<Search | null> {
    const isPicker = params[PICKED] !== undefined;
    const list = { ...params };
    const found = await find({ uid, text, isPicker, isOfDrafts: isOfDrafts(params.where) });
    if (found) delete params._q;
    else params._q = text;
    return found && { list, found };
  }

  function searchOf(uid: string, params: Params | undefined): Promise<Search | null> | undefined {
    const text = params?.[PICKED] ?? params?._q;
    if (!params || searches.has(params) || typeof text !== 'string' || text === '')
      return params && searches.get(params);
    const search = begin(uid, text, params);
    searches.set(params, search);
    return search;
  }

  async function narrow(uid: string, params: Params, { list, found }: Search): Promise<void> {
    const { connection } = strapi.db;
    const ids = found.frequent && (await firstFound(strapi, uid, list, found.frequent));
    const rows = ids
      ? connection.raw('unnest(?::integer[]) AS found (id)', [ids] as never)
      : connection.raw(`(${found.sql}) AS found (id)`, found.bindings as never);
    const select = connection.select('id').from(rows);
    params.where = found.frequent && !ids ? among(list, found.frequent, select) : within(list.where, select);
  }

  async function onPage({ model, params }: Event): Promise<void> {
    const search = await searchOf(model.uid, params);
    if (!search) return;
    if (!pages.has(params)) pages.set(params, narrow(model.uid, params, search));
    await pages.get(params);
  }

  const entities = strapi.db.entityManager as unknown as EntityManager;
  const countAll = entities.count;
  entities.count = async function count(uid, params) {
    const search = await searchOf(uid, params);
    return search ? countFound(strapi, uid, search.list, search.found) : countAll.call(this, uid, params);
  };
  const stop = strapi.db.lifecycles.subscribe({ beforeFindMany: onPage } as never);
  return () => {
    stop();
    entities.count = countAll;
  };
}

const isOfDrafts = (where: Where | undefined): boolean =>
  (where?.publishedAt as { $null?: boolean } | undefined)?.$null === true || (where?.$and ?? []).some(isOfDrafts);

/**
 * Has relation pickers hand on what is typed into them: Strapi makes a filter of it at once. To be called in `register`.
 *
 * @param isReplaced whether the search of a content type is replaced; others are left to Strapi
 */
export function replacePickerSearch(strapi: Core.Strapi, isReplaced: (uid: string) => boolean): void {
  strapi.get('controllers').extend('plugin::content-manager.relations', (relations: Controller) => ({
    ...relations,
    findAvailable(ctx: Context) {
      const { query } = ctx.request;
      const { model, targetField } = ctx.params;
      const { attributes = {} } = strapi.getModel(model as never) ?? {};
      const { target } = ((attributes as Record<string, unknown>)[targetField] ?? {}) as { target?: string };
      delete query[PICKED];
      if (typeof query._q === 'string' && target && isReplaced(target)) {
        query[PICKED] = query._q;
        delete query._q;
      }
      return relations.findAvailable!.call(this, ctx);
    },
  }));
}
