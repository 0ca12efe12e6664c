import type { Core } from '@strapi/strapi';
import type { Middleware } from 'koa';

const READS = new Set(['GET', 'HEAD', 'OPTIONS', 'findMany', 'findOne', 'findFirst', 'count']);

const catchUp = (strapi: Core.Strapi): void => strapi.plugin('portal-feeds').service('cache').catchUp();

/** A client whose write is done finds it in the next read on this node. */
export const catchUpWithRequests =
  (strapi: Core.Strapi): Middleware =>
  async (ctx, next) => {
    await next();
    if (!READS.has(ctx.method)) catchUp(strapi);
  };

/** The same for writes of this process itself: an import, sample content, a task. */
export const catchUpWithDocuments =
  (strapi: Core.Strapi): Parameters<Core.Strapi['documents']['use']>[0] =>
  async (context, next) => {
    if (READS.has(context.action)) return next();
    return strapi.db.transaction(async ({ onCommit }) => {
      onCommit(() => catchUp(strapi));
      return next();
    });
  };
