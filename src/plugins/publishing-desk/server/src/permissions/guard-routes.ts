import type { Core, Struct } from '@strapi/strapi';
import type { Context } from 'koa';
import { corePlugins, interceptRoutes, type StrapiRoute } from '../../../../../strapi-internals/routes';
import type { Options } from '../config';
import policies from '../policies';
import { type RouteGuard, STRAPI_ROUTES } from './strapi-routes';

/** Lists of Strapi that pass a query on, and what they read; the path of the others names it. */
const QUERIED: [path: RegExp, type?: string][] = [
  [/^\/content-manager\/(collection-types|single-types|relations)\//],
  [/^\/admin\/users(\/:id)?$/, 'admin::user'],
  [/^\/admin\/roles(\/:id)?$/, 'admin::role'],
];

/** Routes of Strapi whose rows have numbers, and not the ids of documents. */
const NUMBERED = /^\/(?:admin|upload|api\/upload|i18n)(?:\/|$)/;

/**
 * Guards the routes of Strapi and its core plugins: a known one by the guards of its table, an unknown one by refusing
 * it, so that a new version of Strapi opens no way around the desk. Strapi's core gives its routes no name (MCP, OpenAPI,
 * the files of the panel), so that whatever has none counts as its. Routes of an app's APIs and of other plugins keep
 * Strapi's rules, and so does what the option `hostRoutes` names. Called before Strapi makes its routers.
 *
 * @returns to be called once the routers are made; throws where a route that the desk guards does not exist
 */
export function guardRoutes(strapi: Core.Strapi): () => void {
  const core = corePlugins(strapi);
  const known = new Map<string, RouteGuard>([
    ...Object.entries(STRAPI_ROUTES),
    [`GET ${strapi.config.get<string>('admin.path', '/admin')}/:path*`, 'public'],
  ]);
  const unguarded = new Set([...known].filter(([, guard]) => !isStrapis(guard)).map(([address]) => address));

  interceptRoutes(strapi, (route, address) => {
    const { pluginName, apiName } = route.info ?? {};
    if (apiName !== undefined || (pluginName !== undefined && !core.has(pluginName))) return route;
    unguarded.delete(address);
    const guard = known.get(address);
    if (guard && typeof guard === 'object') return { ...route, handler: answerOf(strapi, guard) };
    if (guard && guard !== 'closed') return withPolicies(route, [...policiesOf(route), ...guardsOf(address, guard)]);
    if (strapi.config.get<Options>('plugin::publishing-desk').hostRoutes.includes(address)) return route;
    if (!guard) strapi.log.warn(`publishing-desk: refuses ${address}, which it does not know (option hostRoutes)`);
    return withPolicies(route, [policy('refuse-route', guard && { address }), ...policiesOf(route)]);
  });

  return () => {
    if (unguarded.size === 0) return;
    throw new Error(`publishing-desk: không tìm thấy tuyến để canh: ${[...unguarded].join('; ')}`);
  };
}

const isStrapis = (guard: RouteGuard): boolean =>
  typeof guard === 'string' && guard !== 'closed' && !(guard in policies) && !guard.includes('.');

function guardsOf(address: string, guard: string): unknown[] {
  const path = address.split(' ')[1]!;
  const queried = QUERIED.find(([pattern]) => pattern.test(path));
  return [
    ...(NUMBERED.test(path) && guard !== 'public' ? [policy('row-numbers')] : []),
    ...(queried
      ? [
          policy('plain-query', {
            type: queried[1],
            kind: kindOf(path),
            isBulk: path.includes('/:model/actions/'),
          }),
        ]
      : []),
    ...(guard.includes('.') ? [{ name: 'admin::hasPermissions', config: { actions: [guard] } }] : []),
    ...(guard in policies ? [policy(guard, { address })] : []),
  ];
}

/** The kind of the types that a route of the content manager is for, where it is for one. */
function kindOf(path: string): Struct.ContentTypeKind | undefined {
  if (path.includes('/single-types/')) return 'singleType';
  return path.includes('/collection-types/') ? 'collectionType' : undefined;
}

const answerOf = (strapi: Core.Strapi, guard: { answer: unknown } | { controller: string }) => {
  if ('answer' in guard) return (ctx: Context) => void (ctx.body = guard.answer);
  const [name, action] = guard.controller.split('.') as [string, string];
  return (ctx: Context) => strapi.plugin('publishing-desk').controller(name)[action]!(ctx, async () => {});
};

const policiesOf = ({ config }: StrapiRoute): unknown[] => config?.policies ?? [];

const policy = (name: string, config: object = {}) => ({ name: `plugin::publishing-desk.${name}`, config });

const withPolicies = (route: StrapiRoute, all: unknown[]): StrapiRoute => ({
  ...route,
  config: { ...route.config, policies: all },
});
