import type { Core } from '@strapi/strapi';
import type { WatchedTable } from './tell-of-changes';

/** The plugins whose content the contract shows; those that are not there have no tables. */
const PLUGINS = new Set(['newsroom', 'directory', 'public-record', 'portal-search']);

const ANY = 'true';
const PUBLISHED = 'changed.published_at IS NOT NULL';

/** A row of a link, unless it is a draft's. What its owner lost with its own row is told by that row. */
const ofPublished = (table: string, column: string): string =>
  `EXISTS (SELECT FROM ${table} owner WHERE owner.id = changed.${column} AND owner.published_at IS NOT NULL)`;

/** A picture's place, unless it is in a draft or in something that the contract does not show. */
const PLACED_FILE = `changed.related_type <> 'plugin::newsroom.article' OR ${ofPublished('articles', 'related_id')}`;

/**
 * Every table that an answer can depend on: those of the content types, their links and components, files and
 * languages. Memories of addresses that left (`newsroom.addresses`, `former_slugs`, …) are kept by triggers on these,
 * and change only with them.
 */
export function watchedTables(strapi: Core.Strapi): WatchedTable[] {
  const tables = new Map<string, string>([
    ['files', ANY],
    ['files_related_mph', PLACED_FILE],
    ['i18n_locale', ANY],
  ]);
  for (const { uid, plugin, options } of Object.values(strapi.contentTypes)) {
    if (!PLUGINS.has(plugin ?? '')) continue;
    const { tableName, attributes } = strapi.db.metadata.get(uid);
    const hasDrafts = options?.draftAndPublish === true;
    tables.set(tableName, hasDrafts ? PUBLISHED : ANY);
    for (const attribute of Object.values(attributes) as Linked[]) {
      const { joinTable, mappedBy } = attribute;
      if (!joinTable || mappedBy || tables.has(joinTable.name)) continue;
      tables.set(joinTable.name, hasDrafts ? ofPublished(tableName, joinTable.joinColumn.name) : ANY);
    }
  }
  return [...tables].map(([name, condition]) => ({ name, condition }));
}

type Linked = { joinTable?: { name: string; joinColumn: { name: string } }; mappedBy?: string };
