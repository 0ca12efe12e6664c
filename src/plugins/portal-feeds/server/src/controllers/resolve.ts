import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { readParameters, type OneAddress } from '../../../../../contract';
import { sendJson } from '../../../../../response-cache';
import type { Resolved } from '../services/resolver';
import { resolveParameters } from '../registration';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /resolve */
  async one(ctx: Context) {
    const { url, locale } = readParameters(ctx.querystring, resolveParameters);
    const found: Resolved | null = await strapi.plugin('portal-feeds').service('resolver').address(url, locale);
    if (!found) throw new errors.NotFoundError('Cổng chưa từng có địa chỉ này.');
    const answer: OneAddress = { data: found.address, meta: {} };
    await sendJson(ctx, answer, found.secondsToNextChange);
  },
});
