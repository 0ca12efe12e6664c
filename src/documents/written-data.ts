import type { Core, Modules } from '@strapi/strapi';
import { isLocalised, localeService } from '../strapi-internals/locales';

export type DocumentMiddleware = Modules.Documents.Middleware.Middleware;
export type DocumentContext = Parameters<DocumentMiddleware>[0];
type WrittenData = Record<string, unknown>;

/** The data of a create, update or clone; null for every other action, and for a call without data. */
export function writtenData({ action, params }: DocumentContext): WrittenData | null {
  if (action === 'clone') return dataOf(params) ?? {};
  return action === 'create' || action === 'update' ? dataOf(params) : null;
}

/** Replaces the data of a write for the middlewares after this one. The caller's own object is not changed. */
export function withData(context: DocumentContext, data: WrittenData): void {
  Object.assign(context, { params: { ...context.params, data } });
}

/** Whether a write publishes. Create and update do so with `status: 'published'`, without a `publish` of their own. */
export const isPublish = ({ action, params }: Pick<DocumentContext, 'action' | 'params'>): boolean =>
  action === 'publish' ||
  ((action === 'create' || action === 'update') && (params as { status?: string }).status === 'published');

/** The default locale of a content type; '' for a type that is not localised. */
export const defaultLocaleOf = async (
  strapi: Core.Strapi,
  contentType: DocumentContext['contentType'],
): Promise<string> => (isLocalised(contentType) ? localeService(strapi).getDefaultLocale() : '');

function dataOf(params: object): WrittenData | null {
  const { data } = params as { data?: unknown };
  return typeof data === 'object' && data !== null ? (data as WrittenData) : null;
}
