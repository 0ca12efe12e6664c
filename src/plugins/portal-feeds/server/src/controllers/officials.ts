import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { readParameters, readSlug, type ContractAnswers } from '../../../../../contract';
import { sendAnswer } from '../send-answer';
import { sendFormerAddress } from '../send-former-address';
import { directoryParameters, officialParameters } from '../registration';

const ABSENT = 'Không có cán bộ này.';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const answers: ContractAnswers = strapi.plugin('portal-feeds').service('answers');
  const resolver = strapi.plugin('portal-feeds').service('resolver');

  return {
    /** GET /officials */
    async list(ctx: Context) {
      const { locale, ...request } = readParameters(ctx.querystring, officialParameters);
      await sendAnswer(ctx, await answers.officials(locale, request));
    },

    /** GET /officials/{slug} */
    async one(ctx: Context) {
      const { locale, at } = readParameters(ctx.querystring, directoryParameters);
      const slug = readSlug(ctx.params.slug, ABSENT);
      const found = await answers.official(locale, slug, at);
      if (!found) return sendFormerAddress(ctx, await resolver.thing('official', slug, locale), ABSENT);
      await sendAnswer(ctx, found);
    },
  };
};
