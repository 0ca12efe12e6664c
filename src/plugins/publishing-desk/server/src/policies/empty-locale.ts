import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { isLocalised } from '../../../../../strapi-internals/locales';

/**
 * The policy of the route that deletes a language: only one in which nothing is written. Strapi deletes all its content
 * with it, past the document service.
 */
export const emptyLocale = async (ctx: Context, _config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const { id } = ctx.params;
  // Strapi answers 404 for one that does not exist.
  const locale = /^\d{1,9}$/.test(id) && (await strapi.db.query('plugin::i18n.locale').findOne({ where: { id } }));
  if (!locale) return true;
  const documents = new Set<string>();
  for (const type of Object.values(strapi.contentTypes).filter(isLocalised)) {
    const rows = await strapi.db.query(type.uid).findMany({ select: ['documentId'], where: { locale: locale.code } });
    for (const { documentId } of rows) documents.add(`${type.uid} ${documentId}`);
  }
  if (documents.size === 0) return true;
  throw new errors.ValidationError(
    `Ngôn ngữ “${locale.name}” còn ${documents.size} mục nội dung. Hãy xóa các mục ấy ở ngôn ngữ này trước, rồi mới xóa ngôn ngữ.`,
  );
};
