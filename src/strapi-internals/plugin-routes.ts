import { type Core } from '@strapi/strapi';

export type PluginRoute = { method: string; path: string; config?: { policies?: unknown[] } };
type Router = { routes: PluginRoute[] };
type Routers = Record<string, Router | ((context: object) => Router)>;

/**
 * Changes the routes of a plugin of Strapi's. To be called in `register`: Strapi creates its routers after that. A
 * router can be a function, which Strapi calls only then.
 *
 * @param change receives the router's name, such as `admin` or `content-api`, and returns the route to use
 */
export function changeRoutes(
  strapi: Core.Strapi,
  plugin: string,
  change: (router: string, route: PluginRoute) => PluginRoute,
): void {
  const changed = (name: string, router: Router): Router => ({
    ...router,
    routes: router.routes.map((route) => change(name, route)),
  });
  const owner = strapi.plugin(plugin) as unknown as { routes: Routers };
  owner.routes = Object.fromEntries(
    Object.entries(owner.routes).map(([name, router]) => [
      name,
      typeof router === 'function' ? (context: object) => changed(name, router(context)) : changed(name, router),
    ]),
  );
}
