import type { Core } from '@strapi/strapi';

type Route = { method: string; path: string; config?: { policies?: unknown[] } };
type Router = { routes: Route[] };
type Routers = Record<string, Router | ((arguments_: object) => Router)>;

/** Routes of Strapi's own that pass the document service or RBAC by: plugin, router, method and path. */
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
 * Puts our policies on these routes, before Strapi makes its routers. What it returns is called once they are made: a
 * route that was not found is a hole that nobody would see, so it stops the boot.
 */
export function guardRoutes(strapi: Core.Strapi): () => void {
  const open = new Set(Object.keys(GUARDS));
  for (const name of new Set([...open].map((key) => key.split(' ')[0]!))) {
    const plugin = strapi.plugin(name) as unknown as { routes: Routers };
    const guard = (router: string, made: Router): Router => ({
      ...made,
      routes: made.routes.map((route) => {
        const key = `${name} ${router} ${route.method} ${route.path}`;
        const policy = GUARDS[key];
        open.delete(key);
        return policy ? withPolicy(route, policy) : route;
      }),
    });
    const guarded = Object.entries(plugin.routes).map(([router, given]) => [
      router,
      typeof given === 'function' ? (context: object) => guard(router, given(context)) : guard(router, given),
    ]);
    plugin.routes = Object.fromEntries(guarded);
  }
  return () => {
    if (open.size > 0) throw new Error(`publishing-desk: không tìm thấy tuyến để canh: ${[...open].join('; ')}`);
  };
}

const withPolicy = (route: Route, policy: string): Route => ({
  ...route,
  config: {
    ...route.config,
    policies: [...(route.config?.policies ?? []), { name: `plugin::publishing-desk.${policy}` }],
  },
});
