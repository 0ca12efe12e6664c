import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { brokenRules } from './broken-rules';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /publishing-desk/broken-rules */
  async list(ctx: Context) {
    ctx.body = { data: await brokenRules(strapi) };
  },
});
