import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { parameters, readParameters } from '../../../../../contract';
import { sendAnswer } from '../send-answer';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /categories */
  async tree(ctx: Context) {
    const { locale } = readParameters(ctx.querystring, parameters.localeOnly);
    await sendAnswer(ctx, await strapi.plugin('portal-feeds').service('answers').categories(locale));
  },
});
