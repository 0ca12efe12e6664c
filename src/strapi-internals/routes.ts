import type { Core } from '@strapi/strapi';

/**
 * A route in one of Strapi's routers; `info.pluginName` is `admin` for the routes of the panel itself. What Strapi's core
 * adds, and what an app adds to the server by its own code, has neither name.
 */
export type StrapiRoute = {
  method: string;
  path: string;
  config?: { prefix?: string; policies?: unknown[]; middlewares?: unknown[]; auth?: unknown };
  info?: { pluginName?: string; apiName?: string };
};

type Router = { type?: string; prefix?: string; routes: StrapiRoute[] };

/**
 * Passes each route through `replace` when any plugin or app adds it to the server, before Strapi makes its handler.
 * `address` is its form in the running router: `PUT /content-manager/collection-types/:model/:id`; content API routes
 * begin with `/api`, regardless of the prefix that the app configures.
 */
export function interceptRoutes(
  strapi: Core.Strapi,
  replace: (route: StrapiRoute, address: string) => StrapiRoute,
): void {
  const { server } = strapi as unknown as { server: { routes(routes: Router | StrapiRoute[]): unknown } };
  const add = server.routes.bind(server);
  server.routes = (added) => {
    if (Array.isArray(added)) return add(added.map((route) => replace(route, addressOf({}, route))));
    return add({ ...added, routes: added.routes.map((route) => replace(route, addressOf(added, route))) });
  };
}

function addressOf({ type, prefix = '' }: Omit<Router, 'routes'>, route: StrapiRoute): string {
  const api = type === 'content-api' ? '/api' : '';
  const path = `${api}${route.config?.prefix ?? prefix}${route.path}`;
  return `${route.method.toUpperCase()} ${path.replace(/(.)\/$/, '$1')}`;
}

/** The plugins that come with Strapi itself, `admin` among them. Those that an app installs are `@strapi/plugin-…`. */
export function corePlugins(strapi: Core.Strapi): ReadonlySet<string> {
  const enabled = strapi.config.get<Record<string, { packageInfo?: { name?: string } }>>('enabledPlugins');
  const names = Object.entries(enabled)
    .filter(([, { packageInfo }]) => /^@strapi\/(?!plugin-)/.test(packageInfo?.name ?? ''))
    .map(([name]) => name);
  return new Set(['admin', ...names]);
}
