import type { Core, UID } from '@strapi/strapi';
import type { Context } from 'koa';
import { permissionChecker, readableRows } from '../../../../../strapi-internals/content-manager';
import { localeService } from '../../../../../strapi-internals/locales';
import { type Ability, permissionService } from '../../../../../strapi-internals/permissions';
import { FILE } from '../permissions/changed-relations';

type Counts = { draft: number; published: number; modified: number };

/** The numbers on the first page of the panel: of what the person may read. Strapi counts everything. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const readableTypes = (ability: Ability): string[] =>
    Object.values(strapi.contentTypes)
      .filter(({ pluginOptions }) => isVisible(pluginOptions))
      .map(({ uid }) => uid)
      .filter((uid) => permissionChecker(strapi, ability, uid).can.read());

  return {
    /** GET /content-manager/homepage/count-documents */
    async countDocuments(ctx: Context) {
      const { userAbility } = ctx.state as { userAbility: Ability };
      const types = await Promise.all(readableTypes(userAbility).map((uid) => countType(strapi, userAbility, uid)));
      const total = (name: keyof Counts) => types.reduce((sum, counts) => sum + Number(counts[name]), 0);
      ctx.body = { data: { draft: total('draft'), published: total('published'), modified: total('modified') } };
    },

    /** GET /admin/homepage/key-statistics */
    async keyStatistics(ctx: Context) {
      const { userAbility } = ctx.state as { userAbility: Ability };
      const countIf = async (permission: string, uid: string) =>
        userAbility.can(permission) ? strapi.db.query(uid as UID.ContentType).count() : 0;
      const files = permissionService(strapi).createPermissionsManager({
        ability: userAbility,
        action: 'plugin::upload.read',
        model: FILE,
      });
      ctx.body = {
        data: {
          assets: files.isAllowed
            ? await strapi.db
                .query(FILE)
                .count(strapi.get('query-params').transform(FILE, { filters: files.getQuery() }))
            : 0,
          contentTypes: readableTypes(userAbility).length,
          components: new Set(Object.values(strapi.components).map(({ category }) => category)).size,
          locales: (await localeService(strapi).find()).length,
          admins: await countIf('admin::users.read', 'admin::user'),
          webhooks: await countIf('admin::webhooks.read', 'strapi::webhook'),
          apiTokens: await countIf('admin::api-tokens.read', 'admin::api-token'),
        },
      };
    },
  };
};

const isVisible = (options: unknown): boolean =>
  (options as { 'content-manager'?: { visible?: boolean } } | undefined)?.['content-manager']?.visible !== false;

/** Documents of a type that a person may read, by what the panel shows as their status. */
async function countType(strapi: Core.Strapi, ability: Ability, uid: string): Promise<Counts> {
  const { collectionName, options } = strapi.contentTypes[uid as UID.ContentType]!;
  const isDrafted = options?.draftAndPublish === true;
  const { sql, bindings } = await readableRows(strapi, ability, uid);
  const { rows } = await strapi.db.connection.raw<{ rows: [Counts] }>(
    `WITH document AS (
       SELECT bool_or(published_at IS NOT NULL) AS is_published,
              max(updated_at) FILTER (WHERE published_at IS NULL)
                IS DISTINCT FROM max(updated_at) FILTER (WHERE published_at IS NOT NULL) AS is_modified
         FROM ?? WHERE id IN (${sql}) GROUP BY document_id)
     SELECT count(*) FILTER (WHERE ${isDrafted} AND NOT is_published) AS draft,
            count(*) FILTER (WHERE NOT ${isDrafted} OR (is_published AND NOT is_modified)) AS published,
            count(*) FILTER (WHERE ${isDrafted} AND is_published AND is_modified) AS modified
       FROM document`,
    [collectionName!, ...(bindings as string[])],
  );
  return rows[0];
}
