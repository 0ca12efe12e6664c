import type { Core } from '@strapi/strapi';
import type { WatchedTable } from './tell-of-changes';

/** The plugins whose content the contract shows; those that are not there have no tables. */
const PLUGINS = new Set(['newsroom', 'directory', 'public-record', 'portal-search']);

const ANY = 'true';
const PUBLISHED = 'changed.published_at IS NOT NULL';

/** An end of a link that is no draft. What a link loses together with the row at its end is told by that row. */
const atPublished = (table: string, column: string): string =>
  `EXISTS (SELECT FROM ${table} ending WHERE ending.id = changed.${column} AND ending.published_at IS NOT NULL)`;

/** A picture's place, unless it is in a draft or in something that the contract does not show. */
const PLACED_FILE = `changed.related_type <> 'plugin::newsroom.article' OR ${atPublished('articles', 'related_id')}`;

/**
 * Every table that an answer can depend on: those of the content types, their links and components, files and
 * languages. What is kept by triggers on these (`newsroom.articles_under`, `addresses`, `former_slugs`, …) changes only
 * with them.
 */
export function watchedTables(strapi: Core.Strapi): WatchedTable[] {
  const tables = new Map<string, string>([
    ['files', ANY],
    ['files_related_mph', PLACED_FILE],
    ['i18n_locale', ANY],
  ]);
  const hasDrafts = (uid: string | undefined) =>
    strapi.contentTypes[uid as keyof Core.Strapi['contentTypes']]?.options?.draftAndPublish === true;

  for (const { uid, plugin } of Object.values(strapi.contentTypes)) {
    if (!PLUGINS.has(plugin ?? '')) continue;
    const { tableName, attributes } = strapi.db.metadata.get(uid);
    tables.set(tableName, hasDrafts(uid) ? PUBLISHED : ANY);
    for (const { joinTable, mappedBy, target } of Object.values(attributes) as Linked[]) {
      if (!joinTable || mappedBy || tables.has(joinTable.name)) continue;
      const { name, joinColumn, inverseJoinColumn } = joinTable;
      const ends = [
        ...(hasDrafts(uid) ? [atPublished(tableName, joinColumn.name)] : []),
        ...(target && inverseJoinColumn && hasDrafts(target)
          ? [atPublished(strapi.db.metadata.get(target).tableName, inverseJoinColumn.name)]
          : []),
      ];
      tables.set(name, ends.join(' AND ') || ANY);
    }
  }
  return [...tables].map(([name, condition]) => ({ name, condition }));
}

type Column = { name: string };
type Linked = {
  joinTable?: { name: string; joinColumn: Column; inverseJoinColumn?: Column };
  mappedBy?: string;
  target?: string;
};
