import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import type { OneAddress } from '../contract';
import * as parameters from '../requests/parameters';
import { readParameters } from '../requests/read-parameters';
import { send } from '../send';
import type { Resolved } from '../services/resolver';

const resolveParameters = z.object({ url: parameters.address, locale: parameters.locale });

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /resolve */
  async one(ctx: Context) {
    const { url, locale } = readParameters(ctx.querystring, resolveParameters);
    const found: Resolved | null = await strapi.plugin('portal-feeds').service('resolver').address(url, locale);
    if (!found) throw new errors.NotFoundError('Cổng chưa từng có địa chỉ này.');
    const answer: OneAddress = { data: found.address, meta: {} };
    send(ctx, answer, found.secondsToNextChange);
  },
});
