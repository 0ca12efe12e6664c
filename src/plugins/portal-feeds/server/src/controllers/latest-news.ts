import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { toPortalInstant } from '../../../../../vietnamese';
import { createAddresses } from '../answers/addresses';
import { finishCard } from '../answers/finish-card';
import { parseOptions } from '../config';
import type { LatestNews } from '../contract';
import { latestNews, type LatestNewsModel } from '../queries/latest-news';
import * as parameters from '../requests/parameters';
import { readParameters } from '../requests/read-parameters';
import { readSlug } from '../requests/read-slug';
import { send } from '../send';

const DEFAULT_COLLECTION = 'tin-moi-nhat';
const ABSENT = 'Không có danh sách tin này.';

const listParameters = z.object({ locale: parameters.locale });

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const addresses = createAddresses(parseOptions(strapi.config.get('plugin::portal-feeds')));
  const reader = strapi.plugin('portal-feeds').service('reader');

  return {
    /** GET /latest-news and /latest-news/{slug} */
    async list(ctx: Context) {
      const { locale } = readParameters(ctx.querystring, listParameters);
      const slug = readSlug(ctx.params.slug ?? DEFAULT_COLLECTION, ABSENT);
      const model: LatestNewsModel = await reader.model(latestNews(locale, slug));
      if (!model) throw new errors.NotFoundError(ABSENT);

      const answer: LatestNews = {
        data: model.cards.map((card) => finishCard(card, addresses)),
        meta: { collection: model.collection, changedOn: toPortalInstant(new Date(model.changedOn)) },
      };
      send(ctx, answer, model.secondsToNextChange);
    },
  };
};
