import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { createAddresses } from '../answers/addresses';
import { finishOfficial, finishOfficialInList } from '../answers/finish-official';
import { parseOptions } from '../config';
import type { Officials, OneOfficial } from '../contract';
import { official, type OneOfficialModel } from '../queries/official';
import { officials, type OfficialPlace, type OfficialsModel } from '../queries/officials';
import { cutPage, readCursor } from '../requests/cursor';
import * as parametersOf from '../requests/parameters-of';
import { readParameters } from '../requests/read-parameters';
import { readSlug } from '../requests/read-slug';
import { send } from '../send';
import { sendFormerAddress } from '../send-former-address';

const place: z.ZodType<OfficialPlace> = z.tuple([z.int(), z.string(), z.int(), z.string(), z.string(), z.string()]);

const ABSENT = 'Không có cán bộ này.';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const options = parseOptions(strapi.config.get('plugin::portal-feeds'));
  const addresses = createAddresses(options);
  const reader = strapi.plugin('portal-feeds').service('reader');
  const resolver = strapi.plugin('portal-feeds').service('resolver');

  return {
    /** GET /officials */
    async list(ctx: Context) {
      const { limit, cursor, ...filters } = readParameters(ctx.querystring, parametersOf.officials);
      const { locale } = filters;
      const list = `/officials ${JSON.stringify(filters)}`;
      const after = cursor === undefined ? null : readCursor(cursor, list, options.cursorSecret, place);
      const model: OfficialsModel = await reader.model(officials(locale, filters.at ?? null, after, limit));

      const { page, nextCursor } = cutPage(model.officials, limit, list, options.cursorSecret);
      const answer: Officials = {
        data: page.map((one) => finishOfficialInList(one, locale, addresses)),
        meta: { nextCursor },
      };
      await send(ctx, answer, model.secondsToNextChange);
    },

    /** GET /officials/{slug} */
    async one(ctx: Context) {
      const { locale, at = null } = readParameters(ctx.querystring, parametersOf.directory);
      const slug = readSlug(ctx.params.slug, ABSENT);
      const model: OneOfficialModel = await reader.model(official(locale, slug, at));
      if (!model) return sendFormerAddress(ctx, await resolver.thing('official', slug, locale), ABSENT);
      const answer: OneOfficial = { data: finishOfficial(model, locale, addresses), meta: {} };
      await send(ctx, answer, model.secondsToNextChange);
    },
  };
};
