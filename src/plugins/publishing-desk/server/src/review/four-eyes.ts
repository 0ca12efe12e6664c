import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Options } from '../config';
import type { DocumentRow } from '../history/document-rows';
import { lastAuthors } from './last-authors';
import { reviewStateOf } from './review-state';

type Transaction = Parameters<typeof lastAuthors>[0];

/** A write as the document service names it; `locale` is the one that it falls back to, `rows` what was there. */
type Write = {
  uid: string;
  action: string;
  documentId?: string;
  locale: string;
  params: object;
  rows: DocumentRow[];
};

/** Why an approver publishes alone, percent-encoded UTF-8 as a header needs it. */
const HEADER = 'x-desk-override';

type Request = { headers?: Record<string, string | undefined>; state: { user?: { id: number } } };

/**
 * Refuses to publish what the same person was the last to change since it was last published, unless somebody else has
 * approved it as it stands, or that person says why. Asked in the write's transaction, where the option `fourEyes` is
 * on.
 *
 * @returns the reason that was given, for the audit; undefined where none was needed
 * @throws PolicyError (403)
 */
export async function fourEyes(
  strapi: Core.Strapi,
  trx: Transaction,
  { uid, action, documentId, locale, params, rows }: Write,
): Promise<string | undefined> {
  const request = strapi.requestContext.get() as unknown as Request | undefined;
  const user = request?.state.user?.id;
  if (!strapi.config.get<Options>('plugin::publishing-desk').fourEyes || !user) return undefined;
  if (action === 'publish') {
    const asked = [(params as { locale?: string | string[] }).locale ?? locale].flat();
    const authors = await lastAuthors(trx, uid, documentId ?? '');
    const own = authors.filter((one) => one.author === user && reviewStateOf(rows, one.locale) !== 'approved');
    if (!own.some((one) => asked.includes('*') || asked.includes(one.locale))) return undefined;
  } else if ((params as { status?: string }).status !== 'published') {
    return undefined;
  }
  const reason = reasonOf(request.headers?.[HEADER] ?? '');
  if (!reason) throw new errors.PolicyError('desk.four-eyes');
  return reason;
}

function reasonOf(header: string): string {
  try {
    return decodeURIComponent(header).trim().slice(0, 1000);
  } catch (error) {
    if (error instanceof URIError) throw new errors.ValidationError('desk.malformed');
    throw error;
  }
}
