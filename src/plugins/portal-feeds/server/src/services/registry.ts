import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import type { AddressType, RegisteredAddressType } from '../queries/resolve';
import type { SitemapPage } from '../syndication/render-sitemap';
import { BASE_PATH, FEED_FORMATS, type Feed, type NamedSchemas, type Operation } from '../../../../../contract';
import type { WatchedTable } from '../schema/notify-changes';

/** An operation of the contract, and the controller's action that answers it: `plugin::directory.agencies.one`. */
export type RegisteredOperation = Operation & {
  handler: string;
  /** Whether it is too long for the response cache, and is sent in parts as they are read. */
  isStreamed?: true;
  /** Whether its parameters are what people type: its answers are cached apart, and take no place from the others. */
  isTyped?: true;
};

/** How a type of documents appears among others, as in search: its shape in lists. */
export type RegisteredCard = {
  type: AddressType;
  /** An SQL expression of its model, as JSON, for the row `found.source_id` of its table, in the language `$1`. */
  sql: string;
  finish(strapi: Core.Strapi, model: unknown, locale: string): object;
};

export type TimedFeed = { feed: Feed; secondsToNextChange: number | null };

/** A feed outside the contract's base path, in each format. */
export type RegisteredFeed = {
  /** Without the format: `/feeds/categories/:slug`. */
  path: string;
  /** Parameters that are `true` or absent. All others are ignored. */
  flags?: readonly string[];
  /** @returns undefined when it has answered otherwise, such as with a redirect */
  read(strapi: Core.Strapi, ctx: Context): Promise<TimedFeed | undefined>;
};

/** A page or another document outside the contract's base path. */
type RegisteredPage = {
  /** As the router has it: `/sitemaps/:name.xml`. */
  path: string;
  /** Those that change the answer, as `readKnownParameters` reads them. */
  parameters?: z.ZodObject;
  /** The controller's action, which answers through `sendBytes` of the response cache. */
  handler: string;
  /** As of an operation. */
  isTyped?: true;
};

/** The sitemaps of another plugin's pages, each of at most PER_SITEMAP of them. */
export type RegisteredSitemaps = {
  /** With which all their names begin: `directives`. */
  prefix: string;
  /** The names of those that there are: `directives-2021`. */
  names(strapi: Core.Strapi): Promise<string[]>;
  /** @returns null where there is none of that name */
  pages(strapi: Core.Strapi, name: string): Promise<SitemapPage[] | null>;
};

/** All that is registered, in the order in which addresses are matched. */
export type Registered = {
  operations: readonly RegisteredOperation[];
  schemas: NamedSchemas;
  feeds: readonly RegisteredFeed[];
  pages: readonly RegisteredPage[];
  watchedPlugins: ReadonlySet<string>;
  watchedTables: readonly WatchedTable[];
  publisherSql: string | null;
  citesSql: string | null;
  sitemaps: readonly RegisteredSitemaps[];
};

export type Registration = {
  operations?: readonly RegisteredOperation[];
  /** The response schemas, by the names that generated clients give to their types. */
  schemas?: NamedSchemas;
  feeds?: readonly RegisteredFeed[];
  pages?: readonly RegisteredPage[];
  /** Plugins whose content types, with their links and components, the responses depend on. */
  watchedPlugins?: readonly string[];
  /** Other tables that the answers depend on. */
  watchedTables?: readonly WatchedTable[];
  /**
   * A SELECT of one text: the publisher's name in the language `$1`. The option `publisher` is for when it has no row or
   * a null.
   */
  publisherSql?: string;
  addressTypes?: readonly RegisteredAddressType[];
  cards?: readonly RegisteredCard[];
  /** An SQL expression for `cites` of the article in the row `a`: a JSON array of `id`, `number` and `slug`. */
  citesSql?: string;
  sitemaps?: readonly RegisteredSitemaps[];
};

/**
 * The public operations, feeds and pages of plugins: a plugin calls
 * `strapi.plugin('portal-feeds').service('registry').register({ … })` in its `register`. Routes, cache keys, the
 * OpenAPI document and the triggers that invalidate the cache are built from it.
 */
export default () => {
  const operations: RegisteredOperation[] = [];
  const schemas: Record<string, z.ZodType> = {};
  const feeds: RegisteredFeed[] = [];
  const pages: RegisteredPage[] = [];
  const watchedPlugins = new Set<string>();
  const watchedTables: WatchedTable[] = [];
  const paths = new Set<string>();
  const addressTypes: RegisteredAddressType[] = [];
  const cards: RegisteredCard[] = [];
  const sitemaps: RegisteredSitemaps[] = [];
  let publisherSql: string | null = null;
  let citesSql: string | null = null;
  let isClosed = false;

  function claim(path: string): void {
    if (paths.has(path)) throw new Error(`portal-feeds: the path ${path} is registered twice.`);
    paths.add(path);
  }

  return {
    /** @throws Error for a path, a schema's name or the publisher that is taken, and after the routes have been made */
    register(registration: Registration): void {
      if (isClosed) throw new Error('portal-feeds: answers are registered in the `register` of a plugin.');
      for (const { path } of registration.operations ?? []) claim(BASE_PATH + path);
      for (const { path } of [...(registration.feeds ?? []), ...(registration.pages ?? [])]) claim(path);
      for (const [name, schema] of Object.entries(registration.schemas ?? {})) {
        if (schemas[name] && schemas[name] !== schema) {
          throw new Error(`portal-feeds: two schemas are named ${name}.`);
        }
        schemas[name] = schema;
      }
      if (registration.publisherSql !== undefined && publisherSql !== null) {
        throw new Error('portal-feeds: two plugins say who the publisher is.');
      }
      if (registration.citesSql !== undefined && citesSql !== null) {
        throw new Error('portal-feeds: two plugins say what an article cites.');
      }
      publisherSql ??= registration.publisherSql ?? null;
      citesSql ??= registration.citesSql ?? null;
      sitemaps.push(...(registration.sitemaps ?? []));
      addressTypes.push(...(registration.addressTypes ?? []));
      cards.push(...(registration.cards ?? []));
      operations.push(...(registration.operations ?? []));
      feeds.push(...(registration.feeds ?? []));
      pages.push(...(registration.pages ?? []));
      watchedTables.push(...(registration.watchedTables ?? []));
      for (const name of registration.watchedPlugins ?? []) watchedPlugins.add(name);
    },

    /** Those that are registered so far. */
    addressTypes: (): readonly RegisteredAddressType[] => addressTypes,

    /** Those that are registered so far. */
    cards: (): readonly RegisteredCard[] => cards,

    /** Ends the registration, and gives all that is registered. */
    close(): Registered {
      isClosed = true;
      return {
        operations,
        schemas,
        feeds: fixedFirst(feeds),
        pages: fixedFirst(pages),
        watchedPlugins,
        watchedTables,
        publisherSql,
        citesSql,
        sitemaps,
      };
    },
  };
};

/** Of paths that match one address, the router and the cache take the first: `/feeds/directives` before `/feeds/:slug`. */
const fixedFirst = <Route extends { path: string }>(routes: readonly Route[]): Route[] =>
  [...routes].sort((one, other) => Number(one.path.includes(':')) - Number(other.path.includes(':')));

/** A feed's path as the router has it. */
export const feedRoutePath = ({ path }: RegisteredFeed): string => `${path}.:format(${FEED_FORMATS.join('|')})`;

/** A feed's parameters, as `readKnownParameters` reads them. */
export const feedParameters = ({ flags = [] }: RegisteredFeed): z.ZodObject =>
  z.object(Object.fromEntries(flags.map((name) => [name, z.literal('true').optional()])));
