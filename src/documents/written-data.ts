import { type Modules } from '@strapi/strapi';

export type DocumentMiddleware = Modules.Documents.Middleware.Middleware;
export type DocumentContext = Parameters<DocumentMiddleware>[0];
export type WrittenData = Record<string, unknown>;

/** What a document's create, update or clone was asked to write; null for every other action, and where there is none. */
export function writtenData({ action, params }: DocumentContext): WrittenData | null {
  if (action === 'clone') return dataOf(params) ?? {};
  return action === 'create' || action === 'update' ? dataOf(params) : null;
}

/** Passes other data on to the write. The caller's own object stays as it was. */
export function withData(context: DocumentContext, data: WrittenData): void {
  Object.assign(context, { params: { ...context.params, data } });
}

function dataOf(params: object): WrittenData | null {
  const { data } = params as { data?: unknown };
  return typeof data === 'object' && data !== null ? (data as WrittenData) : null;
}
