import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { readParameters, type SearchAnswers } from '../../../../../contract';
import { sendJson } from '../../../../../response-cache/send';
import { searchParameters, suggestParameters } from '../registration';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const answers = (): SearchAnswers => strapi.plugin('portal-search').service('answers');

  return {
    /** GET /search */
    async find(ctx: Context) {
      const { locale, ...request } = readParameters(ctx.querystring, searchParameters);
      const { answer, secondsToNextChange, onSent } = await answers().search(locale, request);
      await sendJson(ctx, answer, secondsToNextChange, onSent);
    },

    /** GET /search/suggest */
    async suggest(ctx: Context) {
      const { locale, q } = readParameters(ctx.querystring, suggestParameters);
      const { answer, secondsToNextChange } = await answers().suggest(locale, q);
      await sendJson(ctx, answer, secondsToNextChange);
    },
  };
};
