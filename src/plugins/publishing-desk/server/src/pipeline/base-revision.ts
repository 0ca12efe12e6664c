import type { Core } from '@strapi/strapi';
import createHttpError from 'http-errors';
import { revisionOf } from '../history/compare-rows';
import type { DocumentRow } from '../history/document-rows';

/** The revision that the editor's panel had open, sent with each save and publish. */
const HEADER = 'x-desk-base';

const checked = new WeakSet<object>();

type Request = { params?: { id?: string; documentId?: string }; headers?: Record<string, string | undefined> };

/**
 * Refuses a change that is based on an older revision than the document has by now. Once a request: the panel's
 * publish is an update and a publish. What sends no base (machines, bulk actions) is not asked.
 *
 * @throws Conflict (409) with the base and the present revision in `details`, and who came between
 */
export async function assertBaseRevision(
  strapi: Core.Strapi,
  documentId: string,
  locale: string,
  rows: DocumentRow[],
  lastChange: () => Promise<{ by: string; at: string } | null>,
): Promise<void> {
  const request = strapi.requestContext.get() as Request | undefined;
  const base = request?.headers?.[HEADER];
  if (!request || !base || (request.params?.documentId ?? request.params?.id) !== documentId || checked.has(request))
    return;
  checked.add(request);
  const revision = revisionOf(rows.filter((row) => row.locale === locale));
  if (Number(base) === revision) return;
  const details = { base: Number(base), revision, ...(await lastChange()) };
  throw createHttpError(409, 'desk.conflict', { name: 'ConflictError', details });
}
