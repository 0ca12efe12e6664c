import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { readParameters, readSlug, type Agencies, type OneAgency } from '../../../../../contract';
import { sendJson } from '../../../../../response-cache';
import { createAddresses } from '../answers/addresses';
import { agencyTree, finishAgency } from '../answers/finish-agency';
import { parseOptions } from '../config';
import { agencies, agency, type AgenciesModel, type AgencyModel } from '../queries/agency';
import { sendFormerAddress } from '../send-former-address';
import { directoryParameters } from '../registration';

const ABSENT = 'Không có cơ quan này.';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const addresses = createAddresses(parseOptions(strapi.config.get('plugin::portal-feeds')));
  const reader = strapi.plugin('portal-feeds').service('reader');
  const resolver = strapi.plugin('portal-feeds').service('resolver');

  return {
    /** GET /agencies */
    async tree(ctx: Context) {
      const { locale, at = null } = readParameters(ctx.querystring, directoryParameters);
      const model: AgenciesModel = await reader.model(agencies(locale, at));
      const answer: Agencies = { data: agencyTree(model.agencies), meta: {} };
      await sendJson(ctx, answer, model.secondsToNextChange);
    },

    /** GET /agencies/{slug} */
    async one(ctx: Context) {
      const { locale, at = null } = readParameters(ctx.querystring, directoryParameters);
      const slug = readSlug(ctx.params.slug, ABSENT);
      const model: AgencyModel = await reader.model(agency(locale, slug, at));
      if (!model) return sendFormerAddress(ctx, await resolver.thing('agency', slug, locale), ABSENT);
      const answer: OneAgency = { data: finishAgency(model, locale, addresses), meta: {} };
      await sendJson(ctx, answer, model.secondsToNextChange);
    },
  };
};
