import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { readParameters, readSlug, type ContractAnswers } from '../../../../../contract';
import { sendAnswer } from '../send-answer';
import { sendFormerAddress } from '../send-former-address';
import { directoryParameters } from '../registration';

const ABSENT = 'Không có cơ quan này.';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const answers: ContractAnswers = strapi.plugin('portal-feeds').service('answers');
  const resolver = strapi.plugin('portal-feeds').service('resolver');

  return {
    /** GET /agencies */
    async tree(ctx: Context) {
      const { locale, at } = readParameters(ctx.querystring, directoryParameters);
      await sendAnswer(ctx, await answers.agencies(locale, at));
    },

    /** GET /agencies/{slug} */
    async one(ctx: Context) {
      const { locale, at } = readParameters(ctx.querystring, directoryParameters);
      const slug = readSlug(ctx.params.slug, ABSENT);
      const found = await answers.agency(locale, slug, at);
      if (!found) return sendFormerAddress(ctx, await resolver.thing('agency', slug, locale), ABSENT);
      await sendAnswer(ctx, found);
    },
  };
};
