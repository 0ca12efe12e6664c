import type { Core } from '@strapi/strapi';
import { changeRoutes, type PluginRoute } from '../../../../../strapi-internals/plugin-routes';

/** The routes of Strapi that bypass the document service or the permissions: plugin, router, method and path. */
const GUARDS: Record<string, string> = {
  'content-manager admin GET /collection-types/:model/:id': 'can-read-documents',
  'content-manager admin POST /collection-types/:model/actions/bulkFindForValidation': 'can-read-documents',
  'content-manager admin GET /collection-types/:model/actions/countManyEntriesDraftRelations': 'can-read-documents',
  'content-manager admin GET /relations/:model/:targetField': 'can-read-documents',
  'content-manager admin GET /relations/:model/:id/:targetField': 'can-read-documents',
  'content-manager preview GET /preview/url/:contentType': 'can-read-documents',
  'i18n admin POST /content-manager/actions/get-non-localized-fields': 'can-read-documents',
  'i18n admin GET /content-manager/get-fill-from-locale/:model': 'can-read-documents',
  'upload admin POST /actions/bulk-delete': 'can-edit-files',
  'upload admin POST /actions/bulk-move': 'can-edit-files',
  'upload admin GET /folders': 'no-relation-queries',
  'upload admin GET /folders/:id': 'no-relation-queries',
  'upload admin GET /files': 'no-relation-queries',
  'upload content-api POST /': 'token-can-write',
  'upload content-api DELETE /files/:id': 'token-can-write',
};

/**
 * Adds policies to these routes. To be called in `register`.
 *
 * @returns throws where a route does not exist; to be called in `bootstrap`, once Strapi has created its routers
 */
export function guardRoutes(strapi: Core.Strapi): () => void {
  const missing = new Set(Object.keys(GUARDS));
  for (const plugin of new Set([...missing].map((key) => key.split(' ')[0]!))) {
    changeRoutes(strapi, plugin, (router, route) => {
      const key = `${plugin} ${router} ${route.method} ${route.path}`;
      const policy = GUARDS[key];
      missing.delete(key);
      return policy ? withPolicy(route, policy) : route;
    });
  }
  return () => {
    if (missing.size > 0) throw new Error(`publishing-desk: không tìm thấy tuyến để canh: ${[...missing].join('; ')}`);
  };
}

const withPolicy = (route: PluginRoute, policy: string): PluginRoute => ({
  ...route,
  config: {
    ...route.config,
    policies: [...(route.config?.policies ?? []), { name: `plugin::publishing-desk.${policy}` }],
  },
});
