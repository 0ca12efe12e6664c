import type { Core } from '@strapi/strapi';
import { corePlugins, interceptRoutes, type StrapiRoute } from '../../../../../strapi-internals/routes';
import type { Options } from '../config';
import policies from '../policies';
import { STRAPI_ROUTES } from './strapi-routes';

/**
 * Guards the routes of Strapi and its core plugins: a known one by the guard of its table, an unknown one by refusing
 * it, so that a new version of Strapi opens no way around the desk. Routes of an app and of other plugins keep Strapi's
 * rules, and so do routes of Strapi that the option `hostRoutes` names. Called before Strapi makes its routers.
 *
 * @returns to be called once the routers are made; throws where a route that the desk guards does not exist
 */
export function guardRoutes(strapi: Core.Strapi): () => void {
  const core = corePlugins(strapi);
  const known = new Map(Object.entries(STRAPI_ROUTES));
  const unguarded = new Set([...known].filter(([, guard]) => guard in policies).map(([address]) => address));

  interceptRoutes(strapi, (route, address) => {
    if (!core.has(route.info?.pluginName ?? '')) return route;
    const guard = known.get(address);
    unguarded.delete(address);
    if (guard) return guard in policies ? withPolicies(route, [...policiesOf(route), policy(guard)]) : route;
    if (strapi.config.get<Options>('plugin::publishing-desk').hostRoutes.includes(address)) return route;
    strapi.log.warn(`publishing-desk: refuses ${address}, which it does not know (option hostRoutes)`);
    return withPolicies(route, [policy('refuse-unknown-route'), ...policiesOf(route)]);
  });

  return () => {
    if (unguarded.size === 0) return;
    throw new Error(`publishing-desk: không tìm thấy tuyến để canh: ${[...unguarded].join('; ')}`);
  };
}

const policiesOf = ({ config }: StrapiRoute): unknown[] => config?.policies ?? [];

const policy = (name: string) => ({ name: `plugin::publishing-desk.${name}` });

const withPolicies = (route: StrapiRoute, all: unknown[]): StrapiRoute => ({
  ...route,
  config: { ...route.config, policies: all },
});
