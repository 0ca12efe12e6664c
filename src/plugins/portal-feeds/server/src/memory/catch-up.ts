import type { Core } from '@strapi/strapi';
import type { Middleware } from 'koa';

const READS = new Set(['GET', 'HEAD', 'OPTIONS', 'findMany', 'findOne', 'findFirst', 'count']);

const catchUp = (strapi: Core.Strapi): void => strapi.plugin('portal-feeds').service('memory').catchUp();

/** Whoever has been told that a write is done finds it in what they read next on this node. */
export const catchUpWithRequests =
  (strapi: Core.Strapi): Middleware =>
  async (ctx, next) => {
    await next();
    if (!READS.has(ctx.method)) catchUp(strapi);
  };

/** The same for what this process writes by itself: an import, a sample, a task. */
export const catchUpWithDocuments =
  (strapi: Core.Strapi): Parameters<Core.Strapi['documents']['use']>[0] =>
  async (context, next) => {
    if (READS.has(context.action)) return next();
    return strapi.db.transaction(async ({ onCommit }) => {
      onCommit(() => catchUp(strapi));
      return next();
    });
  };
