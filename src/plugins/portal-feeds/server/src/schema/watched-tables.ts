import type { Core } from '@strapi/strapi';
import { tableModel } from '../../../../../strapi-internals/database';
import type { Registered } from '../services/registry';
import type { WatchedTable } from './notify-changes';

const ANY = 'true';
const PUBLISHED = 'changed.published_at IS NOT NULL';

/** Whether the linked row is published. Deleting the linked row is a change of that row's table. */
const endIsPublished = (table: string, column: string): string =>
  `EXISTS (SELECT FROM ${table} ending WHERE ending.id = changed.${column} AND ending.published_at IS NOT NULL)`;

/**
 * Every table that a registered answer can depend on: those of the watched plugins' content types, their links and
 * components, the links of files, and the tables that are registered by name. What triggers derive from these
 * (`newsroom.article_listing`, `addresses`, `former_slugs`, …) changes only with them.
 */
export function watchedTables(
  strapi: Core.Strapi,
  registered: Pick<Registered, 'watchedPlugins' | 'watchedTables'>,
): WatchedTable[] {
  const tables = new Map<string, string>();
  const hasDrafts = (uid: string | undefined) =>
    strapi.contentTypes[uid as keyof Core.Strapi['contentTypes']]?.options?.draftAndPublish === true;
  const watched = Object.values(strapi.contentTypes).filter(({ plugin }) =>
    registered.watchedPlugins.has(plugin ?? ''),
  );

  for (const { uid } of watched) {
    const { tableName, attributes } = tableModel(strapi, uid);
    tables.set(tableName, hasDrafts(uid) ? PUBLISHED : ANY);
    for (const { joinTable, mappedBy, target } of Object.values(attributes)) {
      if (!joinTable || mappedBy || tables.has(joinTable.name)) continue;
      const { name, joinColumn, inverseJoinColumn } = joinTable;
      const ends = [
        ...(hasDrafts(uid) ? [endIsPublished(tableName, joinColumn.name)] : []),
        ...(target && inverseJoinColumn && hasDrafts(target)
          ? [endIsPublished(tableModel(strapi, target).tableName, inverseJoinColumn.name)]
          : []),
      ];
      tables.set(name, ends.join(' AND ') || ANY);
    }
  }

  // The file of a draft is not public.
  const drafted = watched.map(({ uid }) => uid).filter(hasDrafts);
  const filesOf = (uid: (typeof drafted)[number]): string =>
    `(changed.related_type <> '${uid}' OR ${endIsPublished(tableModel(strapi, uid).tableName, 'related_id')})`;
  tables.set('files_related_mph', drafted.map(filesOf).join(' AND ') || ANY);

  for (const { name, condition } of registered.watchedTables) tables.set(name, condition);
  return [...tables].map(([name, condition]) => ({ name, condition }));
}
