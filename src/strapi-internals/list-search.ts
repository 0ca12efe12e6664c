import type { Core } from '@strapi/strapi';

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

/** A SELECT of ids of rows, with its bindings. */
export type FoundRows = { sql: string; bindings: readonly unknown[] };

type Where = Record<string, unknown> & { $and?: Where[] };
type Params = { _q?: unknown; [PICKED]?: unknown; where?: Where };
type Event = { model: { uid: string }; params: Params };
type Controller = Record<string, (this: Controller, ctx: Context) => unknown>;
type Context = { request: { query: Record<string, unknown> }; params: { model: string; targetField: string } };

/** Carries what was typed into a picker to the database layer: Strapi passes unknown keys of a query on. */
const PICKED = 'searchedNames';

/**
 * Replaces the search of Strapi (`_q`) in lists, the media library and relation pickers. Strapi compares every column of
 * every row with ILIKE, and in pickers the main field alone; it offers no other way in than its database layer. What
 * `find` selects becomes one more condition of the query, beside those of permissions. To be called in `bootstrap`.
 *
 * @param find null leaves the search to Strapi
 */
export function replaceListSearch(
  strapi: Core.Strapi,
  find: (search: ListSearch) => Promise<FoundRows | null>,
): () => void {
  // Strapi counts and reads a page by one object of parameters, at the same time.
  const narrowed = new WeakMap<Params, Promise<void>>();

  async function narrow(uid: string, text: string, params: Params): Promise<void> {
    const isPicker = params[PICKED] !== undefined;
    const found = await find({ uid, text, isPicker, isOfDrafts: isOfDrafts(params.where) });
    if (!found) {
      params._q = text;
      return;
    }
    delete params._q;
    const { connection } = strapi.db;
    const rows = connection.select('id').from(connection.raw(`(${found.sql}) AS found (id)`, found.bindings as never));
    params.where = { $and: [params.where ?? {}, { id: { $in: rows } }] };
  }

  async function onRead({ model, params }: Event): Promise<void> {
    const text = params?.[PICKED] ?? params?._q;
    if (typeof text !== 'string' || text === '') return;
    const known = narrowed.get(params) ?? narrow(model.uid, text, params);
    narrowed.set(params, known);
    await known;
  }
  return strapi.db.lifecycles.subscribe({ beforeFindMany: onRead, beforeCount: onRead } as never);
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
