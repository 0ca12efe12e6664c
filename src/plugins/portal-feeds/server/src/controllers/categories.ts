import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { buildTree } from '../answers/build-tree';
import type { Categories } from '../contract';
import { categories, type CategoryModel } from '../queries/categories';
import * as parametersOf from '../requests/parameters-of';
import { readParameters } from '../requests/read-parameters';
import { send } from '../send';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /categories */
  async tree(ctx: Context) {
    const { locale } = readParameters(ctx.querystring, parametersOf.anyPath);
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
    await send(ctx, answer, null);
  },
});
