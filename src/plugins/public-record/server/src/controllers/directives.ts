import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { parameters, readParameters, readSlug, type RecordAnswers } from '../../../../../contract';
import { sendJson } from '../../../../../response-cache/send';
import { takenDirectiveParameters } from '../registration';

const ABSENT = 'Không có văn bản này.';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const formerAddress = () => strapi.plugin('portal-feeds').service('former-address');
  const answers = (): RecordAnswers => strapi.plugin('public-record').service('answers');

  return {
    /** GET /directives */
    async list(ctx: Context) {
      const { locale, ...request } = readParameters(ctx.querystring, takenDirectiveParameters(strapi));
      const { answer, secondsToNextChange } = await answers().directives(locale, request);
      await sendJson(ctx, answer, secondsToNextChange);
    },

    /** GET /directives/{slug} */
    async one(ctx: Context) {
      const { locale } = readParameters(ctx.querystring, parameters.localeOnly);
      const slug = readSlug(ctx.params.slug, ABSENT);
      const found = await answers().directive(locale, slug);
      if (!found) return formerAddress().send(ctx, 'directive', slug, locale, ABSENT);
      await sendJson(ctx, found.answer, found.secondsToNextChange);
    },
  };
};
