import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { BASE_PATH, openApi, parameters, readParameters } from '../../../../../contract';
import { sendJson } from '../../../../../response-cache';
import { parseOptions } from '../config';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { publicUrl } = parseOptions(strapi.config.get('plugin::portal-feeds'));
  const { operations, schemas } = strapi.plugin('portal-feeds').service('registry').close();
  const document = openApi(publicUrl + BASE_PATH, operations, schemas);

  return {
    /** GET /openapi.json */
    async document(ctx: Context) {
      readParameters(ctx.querystring, parameters.none);
      await sendJson(ctx, document, null);
    },
  };
};
