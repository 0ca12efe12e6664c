import type { Core } from '@strapi/strapi';
import createHttpError from 'http-errors';
import {
  currentRequest,
  signInOf,
  type CurrentRequest,
  type RequestState,
} from '../../../../../strapi-internals/request-caller';
import { currentRequestName } from '../audit/actor';
import { revisionOf } from '../history/compare-rows';
import type { DocumentRow } from '../history/document-rows';
import type { Transaction } from '../transaction';

/** The revision that the form of the panel was opened with. */
const HEADER = 'x-desk-base';

/** Routes by which the panel saves a form. Bulk actions, create and clone have no base. */
const FORM_SAVES = new Set([
  'PUT /collection-types/:model/:id',
  'POST /collection-types/:model/:id/actions/publish',
  'POST /collection-types/:model/:id/actions/discard',
  'PUT /single-types/:model',
  'POST /single-types/:model/actions/publish',
  'POST /single-types/:model/actions/discard',
]);

type Checked = { isRepeated: boolean };

const NEW: Checked = { isRepeated: false };
const checked = new WeakMap<object, Checked>();

/**
 * Refuses a change that is based on an older revision than the document has now. Checked once per request, since the
 * panel's publish is an update and a publish.
 *
 * @returns whether the document is as this same request has left it: a proxy or a browser sends a request again whose
 *   answer it lost
 * @throws Conflict (409) with the base and the present revision in `details`, and who changed the document last;
 *   Precondition Required (428) for a save of the panel that does not say what it is based on
 */
export async function assertBaseRevision(
  strapi: Core.Strapi,
  trx: Transaction,
  { uid, documentId, locale }: { uid: string; documentId: string; locale: string },
  rows: DocumentRow[],
): Promise<Checked> {
  const request = currentRequest(strapi);
  if (!request || !isOfDocument(request, uid, documentId)) return NEW;
  const known = checked.get(request);
  if (known) return known;
  checked.set(request, NEW);
  const base = request.headers?.[HEADER];
  if (!base) {
    if (!isFormSave(request.state)) return NEW;
    throw createHttpError(428, 'desk.no-base', { name: 'PreconditionRequiredError' });
  }
  const revision = revisionOf(rows.filter((row) => row.locale === locale));
  if (Number(base) === revision) return NEW;
  const { request: lastRequest, ...last } = (await lastChange(trx, uid, documentId, locale)) ?? {};
  if (lastRequest && lastRequest === currentRequestName(strapi)) {
    const repeated = { isRepeated: true };
    checked.set(request, repeated);
    return repeated;
  }
  const details = { base: Number(base), revision, ...last };
  throw createHttpError(409, 'desk.conflict', { name: 'ConflictError', details });
}

/** A route of a single type names no document. */
function isOfDocument({ params, state }: CurrentRequest, uid: string, documentId: string): boolean {
  if (state.route?.path?.startsWith('/single-types/')) return params?.model === uid;
  return (params?.documentId ?? params?.id) === documentId;
}

/** An admin token uses the panel's routes too, and has no form open. */
const isFormSave = (state: RequestState): boolean =>
  signInOf(state) === 'panel' &&
  state.route?.info?.pluginName === 'content-manager' &&
  FORM_SAVES.has(`${state.route.method} ${state.route.path}`);

/** Who changed a document in a locale last, by name, when (an instant in UTC) and in which request. Found by audit_of_document. */
async function lastChange(trx: Transaction, type: string, documentId: string, locale: string) {
  const { rows } = await trx.raw<{ rows: { by: string; at: string; request: string | null }[] }>(
    `SELECT coalesce(actor ->> 'name', '') AS by, to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at,
            actor ->> 'request' AS request
       FROM desk.audit WHERE document_id = ? AND locale = ? AND type = ? ORDER BY id DESC LIMIT 1`,
    [documentId, locale, type],
  );
  return rows[0];
}
