import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { readParameters, type RecordAnswers } from '../../../../../contract';
import { sendJson } from '../../../../../response-cache/send';
import { reportParameters } from '../registration';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const list = (name: 'procedureProgress' | 'documentExchange') => async (ctx: Context) => {
    const { locale, ...request } = readParameters(ctx.querystring, reportParameters);
    const answers: RecordAnswers = strapi.plugin('public-record').service('answers');
    const { answer, secondsToNextChange } = await answers[name](locale, request);
    await sendJson(ctx, answer, secondsToNextChange);
  };

  return {
    /** GET /procedure-progress */
    procedureProgress: list('procedureProgress'),

    /** GET /document-exchange */
    documentExchange: list('documentExchange'),
  };
};
