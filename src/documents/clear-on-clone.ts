import type { Core } from '@strapi/strapi';
import { type DocumentMiddleware, withData, writtenData } from './written-data';

/**
 * The middleware that sets attributes of a clone to null which belong to its source alone: what must be unique, and when
 * it is shown. A value that the write itself gives stays, unless it is the source's, with which the form was filled.
 *
 * @param attributes by content type (UID), the attributes to clear
 */
export const clearOnClone =
  (strapi: Core.Strapi, attributes: Readonly<Record<string, readonly string[]>>): DocumentMiddleware =>
  async (context, next) => {
    const names = attributes[context.uid];
    const data = writtenData(context);
    if (!names || !data || context.action !== 'clone') return next();
    const { documentId } = context.params as { documentId: string };
    const source = await strapi.db.query(context.uid).findMany({ select: [...names], where: { documentId } });
    const cleared = names.filter((name) => source.some((row) => isSame(row[name], data[name] ?? row[name])));
    withData(context, { ...data, ...Object.fromEntries(cleared.map((name) => [name, null])) });
    return next();
  };

/** Equal as text, or as instants in two notations. */
const isSame = (one: unknown, other: unknown): boolean =>
  one === other || new Date(one as string).getTime() === new Date(other as string).getTime();
