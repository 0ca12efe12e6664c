import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { parameters, readParameters } from '../../../../../contract';
import { agencyChoices } from '../queries/agency-choices';
import { publishedById, publishedByNumber } from '../queries/directive-choices';

const MOST_IDS = 100;

const wanted = z.object({
  number: parameters.slug.max(100).optional(),
  ids: z
    .string()
    .max(MOST_IDS * 40)
    .regex(/^[A-Za-z0-9]+(,[A-Za-z0-9]+)*$/)
    .describe(`nhiều nhất ${MOST_IDS} mã tài liệu, cách nhau bằng dấu phẩy`)
    .optional(),
});

/** What a form of the panel offers. It shows nothing that the public does not see. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /public-record/directives: published directives, by the beginning of the number or by document ids. */
  async directives(ctx: Context) {
    const { number, ids } = readParameters(ctx.querystring, wanted);
    ctx.body = {
      data:
        ids === undefined ? await publishedByNumber(strapi, number ?? '') : await publishedById(strapi, ids.split(',')),
    };
  },

  /** GET /public-record/agencies: all that a programme can name, by name. */
  async agencies(ctx: Context) {
    ctx.body = { data: await agencyChoices(strapi) };
  },
});
