import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { createAddresses } from '../answers/addresses';
import { agencyTree, finishAgency } from '../answers/finish-agency';
import { parseOptions } from '../config';
import type { Agencies, OneAgency } from '../contract';
import { agencies, agency, type AgencyInTreeModel, type AgencyModel } from '../queries/agency';
import * as parameters from '../requests/parameters';
import { readLocale } from '../requests/read-locale';
import { readParameters } from '../requests/read-parameters';
import { send } from '../send';

const directoryParameters = z.object({ locale: parameters.locale, at: parameters.day.optional() });

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const addresses = createAddresses(parseOptions(strapi.config.get('plugin::portal-feeds')));
  const reader = strapi.plugin('portal-feeds').service('reader');

  return {
    /** GET /agencies */
    async tree(ctx: Context) {
      const { locale, at = null } = readParameters(ctx.querystring, directoryParameters);
      const models: AgencyInTreeModel[] = await reader.model(agencies(await readLocale(strapi, locale), at));
      const answer: Agencies = { data: agencyTree(models), meta: {} };
      send(ctx, answer, null);
    },

    /** GET /agencies/{slug} */
    async one(ctx: Context) {
      const { locale, at = null } = readParameters(ctx.querystring, directoryParameters);
      await readLocale(strapi, locale);
      const slug = parameters.slug.safeParse(ctx.params.slug);
      const model: AgencyModel | undefined = slug.data && (await reader.model(agency(locale, slug.data, at)));
      if (!model) throw new errors.NotFoundError('Không có cơ quan này.');
      const answer: OneAgency = { data: finishAgency(model, locale, addresses), meta: {} };
      send(ctx, answer, model.secondsToNextChange);
    },
  };
};
