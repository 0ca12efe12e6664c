import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { parseOptions } from '../config';
import { openApi } from '../contract/openapi';
import * as parametersOf from '../requests/parameters-of';
import { readParameters } from '../requests/read-parameters';
import { send } from '../send';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const document = openApi(parseOptions(strapi.config.get('plugin::portal-feeds')).publicUrl);

  return {
    /** GET /openapi.json */
    async document(ctx: Context) {
      readParameters(ctx.querystring, parametersOf.none);
      await send(ctx, document, null);
    },
  };
};
