import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { KEPT_DAYS } from '../queries/no-result-searches';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /portal-search/no-result-searches?days=: what readers searched and did not find. */
  async list(ctx: Context) {
    const days = Number(ctx.query.days ?? 30);
    if (!Number.isInteger(days) || days < 1 || days > KEPT_DAYS) {
      throw new errors.ValidationError(`“days” là số ngày, từ 1 đến ${KEPT_DAYS}.`, { field: 'days' });
    }
    ctx.body = { data: await strapi.plugin('portal-search').service('no-result-searches').list(days) };
  },
});
