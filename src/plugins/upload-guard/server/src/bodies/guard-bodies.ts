import type { Core } from '@strapi/strapi';
import type { Middleware } from 'koa';
import { deferBodies } from '../../../../../strapi-internals/request-body';
import { corePlugins, interceptRoutes, type StrapiRoute } from '../../../../../strapi-internals/routes';
import { parseOptions } from '../config';
import { type BodyKind, filesMiddleware } from './read-body';
import type { TemporaryFolders } from '../temporary-folders';

/** The routes of Strapi that store files, or take what is said of one in the same form. */
const UPLOADS: readonly string[] = [
  'POST /upload',
  'POST /upload/files',
  // The panel's media library sends what is said of a file as multipart.
  'PUT /upload/files/:id',
  'POST /upload/files/:id/replace',
  'POST /api/upload',
];
/** Stores the logos of the panel, which are not in the media library. */
const LOGOS = 'POST /admin/project-settings';
/** The methods whose bodies Strapi reads. */
const WITH_BODY = new Set(['POST', 'PUT', 'PATCH', 'ALL']);
/** Bytes of a body from someone who is not signed in, on routes of Strapi: an e-mail address and a password. */
const PUBLIC_LIMIT = 256 * 1024;

/**
 * Has bodies read in their route, once the caller is known, instead of before it for anybody, and those with files once
 * the route's policies have let the caller in; and has the files of a request removed however it ends. To be called in
 * `register`.
 */
export function guardBodies(strapi: Core.Strapi, folders: TemporaryFolders): void {
  const core = corePlugins(strapi);
  deferBodies(strapi, PUBLIC_LIMIT);
  interceptRoutes(strapi, (route, address) => {
    if (!WITH_BODY.has(route.method.toUpperCase())) return route;
    const kind = core.has(route.info?.pluginName ?? '') ? coreKind(route, address) : hostKind(address);
    if (kind !== 'upload' && kind !== 'any-files') return withPolicy(route, kind);
    return withMiddleware(route, filesMiddleware(kind, folders, strapi));
  });
  strapi.server.use(async ({ req }, next) => {
    try {
      await next();
    } finally {
      await folders.remove(req);
    }
  });

  function coreKind({ config }: StrapiRoute, address: string): BodyKind {
    if (UPLOADS.includes(address)) return 'upload';
    if (address === LOGOS) return 'any-files';
    return config?.auth === false ? 'public' : 'json';
  }

  function hostKind(address: string): BodyKind {
    const { multipartRoutes } = parseOptions(strapi.config.get('plugin::upload-guard'));
    return multipartRoutes.includes(address) ? 'any-files' : 'host';
  }
}

const withPolicy = (route: StrapiRoute, kind: BodyKind): StrapiRoute => ({
  ...route,
  config: {
    ...route.config,
    policies: [{ name: 'plugin::upload-guard.read-body', config: { kind } }, ...(route.config?.policies ?? [])],
  },
});

const withMiddleware = (route: StrapiRoute, middleware: Middleware): StrapiRoute => ({
  ...route,
  config: { ...route.config, middlewares: [middleware, ...(route.config?.middlewares ?? [])] },
});
