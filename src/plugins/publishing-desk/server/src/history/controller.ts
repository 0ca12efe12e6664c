import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { authorise } from '../permissions/authorise';
import { couldRead } from '../trash/entries';

/** The history of one document, for people who may read it; restoring, for people who may change it. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const history = strapi.plugin('publishing-desk').service('history');

  /** What is in the trash is read by those who could read it. */
  async function authoriseReading(ctx: Context, document: { type: string; documentId: string; locale: string }) {
    try {
      await authorise(strapi, ctx, 'read', document);
    } catch (error) {
      const isGone = error instanceof errors.NotFoundError;
      if (!isGone || !(await couldRead(strapi, ctx.state.userAbility, document))) throw error;
    }
  }

  return {
    /** GET /publishing-desk/history/{type}/{documentId}?locale=&before= */
    async list(ctx: Context) {
      const { locale = '', before } = ctx.query as { locale?: string; before?: unknown };
      const { type, documentId } = ctx.params;
      await authoriseReading(ctx, { type, documentId, locale });
      const earlier = before === undefined ? undefined : numberOf('before', before, 'một thay đổi');
      ctx.body = { data: await history.changes(type, documentId, locale, earlier) };
    },

    /** GET /publishing-desk/history/{type}/{documentId}/{id} */
    async version(ctx: Context) {
      const { type, documentId } = ctx.params;
      const found = await history.version(type, documentId, versionId(ctx));
      await authoriseReading(ctx, { type, documentId, locale: found.locale });
      ctx.body = { data: found };
    },

    /** POST /publishing-desk/history/{type}/{documentId}/{id}/restore `{ includeShared }` */
    async restore(ctx: Context) {
      const { type, documentId } = ctx.params;
      const id = versionId(ctx);
      const { locale } = await history.version(type, documentId, id);
      await authorise(strapi, ctx, 'update', { type, documentId, locale });
      const { includeShared } = (ctx.request as { body?: { includeShared?: unknown } }).body ?? {};
      ctx.body = { data: await history.restore(type, documentId, id, { includeShared: includeShared === true }) };
    },
  };
};

const versionId = ({ params: { id } }: Context): number => numberOf('id', id, 'một phiên bản');

/** @throws ValidationError (400) that names the parameter, for what is no number */
function numberOf(name: string, given: unknown, thing: string): number {
  if (typeof given === 'string' && /^\d{1,9}$/.test(given)) return Number(given);
  throw new errors.ValidationError(`${name}: cần số của ${thing}`);
}
