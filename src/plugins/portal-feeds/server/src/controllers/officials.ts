import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { cursorPaging, readParameters, readSlug, type Officials, type OneOfficial } from '../../../../../contract';
import { sendJson } from '../../../../../response-cache';
import { createAddresses } from '../answers/addresses';
import { finishOfficial, finishOfficialInList } from '../answers/finish-official';
import { parseOptions } from '../config';
import { official, type OneOfficialModel } from '../queries/official';
import { officials, type OfficialPosition, type OfficialsModel } from '../queries/officials';
import { sendFormerAddress } from '../send-former-address';
import { directoryParameters, officialParameters } from '../registration';

const position: z.ZodType<OfficialPosition> = z.tuple([
  z.int(),
  z.string(),
  z.int(),
  z.string(),
  z.string(),
  z.string(),
]);

const ABSENT = 'Không có cán bộ này.';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const options = parseOptions(strapi.config.get('plugin::portal-feeds'));
  const addresses = createAddresses(options);
  const reader = strapi.plugin('portal-feeds').service('reader');
  const resolver = strapi.plugin('portal-feeds').service('resolver');

  return {
    /** GET /officials */
    async list(ctx: Context) {
      const { limit, cursor, ...filters } = readParameters(ctx.querystring, officialParameters);
      const { locale } = filters;
      const request = { path: '/officials', filters, limit, cursor, position, secret: options.cursorSecret };
      const { after, cut } = cursorPaging(request);
      const model: OfficialsModel = await reader.model(officials(locale, filters.at ?? null, after, limit));

      const { page, nextCursor } = cut(model.officials);
      const answer: Officials = {
        data: page.map((one) => finishOfficialInList(one, locale, addresses)),
        meta: { nextCursor },
      };
      await sendJson(ctx, answer, model.secondsToNextChange);
    },

    /** GET /officials/{slug} */
    async one(ctx: Context) {
      const { locale, at = null } = readParameters(ctx.querystring, directoryParameters);
      const slug = readSlug(ctx.params.slug, ABSENT);
      const model: OneOfficialModel = await reader.model(official(locale, slug, at));
      if (!model) return sendFormerAddress(ctx, await resolver.thing('official', slug, locale), ABSENT);
      const answer: OneOfficial = { data: finishOfficial(model, locale, addresses), meta: {} };
      await sendJson(ctx, answer, model.secondsToNextChange);
    },
  };
};
