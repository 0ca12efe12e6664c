import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { parameters, readParameters, type Categories } from '../../../../../contract';
import { sendJson } from '../../../../../response-cache';
import { buildTree } from '../answers/build-tree';
import { categories, type CategoryModel } from '../queries/categories';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /categories */
  async tree(ctx: Context) {
    const { locale } = readParameters(ctx.querystring, parameters.localeOnly);
    const reader = strapi.plugin('portal-feeds').service('reader');
    const models: CategoryModel[] = await reader.model(categories(locale));
    const answer: Categories = {
      data: buildTree(models, ({ id, slug, name, description }) => ({
        id,
        slug,
        name,
        description: description || null,
      })),
      meta: {},
    };
    await sendJson(ctx, answer, null);
  },
});
