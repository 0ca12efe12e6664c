import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { OneAddress } from '../contract';
import * as parametersOf from '../requests/parameters-of';
import { readParameters } from '../requests/read-parameters';
import { send } from '../send';
import type { Resolved } from '../services/resolver';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /resolve */
  async one(ctx: Context) {
    const { url, locale } = readParameters(ctx.querystring, parametersOf.resolve);
    const found: Resolved | null = await strapi.plugin('portal-feeds').service('resolver').address(url, locale);
    if (!found) throw new errors.NotFoundError('Cổng chưa từng có địa chỉ này.');
    const answer: OneAddress = { data: found.address, meta: {} };
    await send(ctx, answer, found.secondsToNextChange);
  },
});
