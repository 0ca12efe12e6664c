import { documentOfRequest } from '../../../../../strapi-internals/panel/document-routes';
import { askReason, say } from '../shared/reason-dialog';
import { keyOf, openDocument, setOpenDocument, type OpenDocument, type Values } from './open-document';
import { setSaveResult, type Conflict } from './save-results';
import { dropUnsaved, keepUnsaved } from './unsaved-values';

type Answer = {
  data?: { documentId?: string; locale?: string | null; revision?: number };
  error?: { message?: string; details?: Conflict };
};

/**
 * Adds the revision that a form shows to each save, publish and discard, and keeps what is typed in the form until the
 * server has accepted it. Strapi's panel sends no revision, and discards what was typed when a save is refused.
 */
export function watchRequests(): void {
  const send = window.fetch;
  window.fetch = async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    const { type, id, action } = documentOfRequest(url) ?? {};
    const method = init?.method ?? 'GET';
    if (!type || !['GET', 'PUT', 'POST'].includes(method)) return send(input, init);
    const open = openDocument();
    if (method !== 'GET' && open?.type === type && (open.isSingle || open.documentId === id)) {
      return sendForm(open, action, (headers) => send(input, withHeaders(init, headers)));
    }
    const locale = new URL(url, location.href).searchParams.get('locale') ?? '';
    const base = method === 'GET' ? undefined : readRevisions.get(`${type} ${id} ${locale}`);
    const response = await send(input, withHeaders(init, base === undefined ? {} : { 'X-Desk-Base': String(base) }));
    if (response.ok && (id || method === 'POST')) rememberRevision(type, locale, await answerOf(response));
    return response;
  };
}

async function sendForm(
  open: OpenDocument,
  action: string | undefined,
  send: (headers: Record<string, string>) => Promise<Response>,
): Promise<Response> {
  const [key, values] = [keyOf(open), open.values()];
  const ended = (result: { values: Values | null; conflict: Conflict | null }) =>
    setSaveResult({ key, revision: open.revision, ...result, at: Date.now() });
  const refused = (conflict: Conflict | null) => {
    keepUnsaved(key, values);
    ended({ values, conflict });
  };
  try {
    const base: Record<string, string> = {
      'X-Desk-Request': newName(),
      ...(open.documentId && { 'X-Desk-Base': String(open.revision) }),
    };
    const first = await send(base);
    const reason = await reasonToPublishAlone(first);
    const response = reason ? await send({ ...base, 'X-Desk-Override': encodeURIComponent(reason) }) : first;
    const answer = await answerOf(response);
    if (response.ok) {
      accepted(open, key, answer.data?.revision);
      if (action === 'discard') setSaveResult(null);
      else ended({ values: null, conflict: null });
    } else refused(answer.error?.message === 'desk.conflict' ? (answer.error.details ?? null) : null);
    return response;
  } catch (error) {
    refused(null);
    // The browser's error for a server that cannot be reached, of which Strapi's panel says nothing.
    if (error instanceof TypeError) return unreachable();
    throw error;
  }
}

/** Not `randomUUID`, which browsers have over TLS only. */
const newName = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');

const unreachable = (): Response => {
  const error = { status: 503, name: 'ServiceUnavailableError', message: say('unsaved.offline'), details: {} };
  return Response.json({ data: null, error }, { status: 503 });
};

/** What the person says to publish a text that nobody else approved; null where that is not asked, or they do not. */
async function reasonToPublishAlone(response: Response): Promise<string | null> {
  if (response.status !== 403 || (await answerOf(response)).error?.message !== 'desk.four-eyes') return null;
  return askReason({
    title: say('publishAlone.title'),
    text: say('publishAlone.text'),
    isReasonRequired: true,
    action: say('publishAlone.action'),
  });
}

function accepted(open: OpenDocument, key: string, revision: number | undefined): void {
  dropUnsaved(key);
  if (revision !== undefined && openDocument() === open) setOpenDocument({ ...open, revision });
}

/** The revision of each document as the panel read it last, for those that a dialog edits over the form of another. */
const readRevisions = new Map<string, number>();

function rememberRevision(type: string, locale: string, { data }: Answer): void {
  if (!data?.documentId || data.revision === undefined) return;
  for (const one of new Set([locale, data.locale ?? ''])) {
    readRevisions.set(`${type} ${data.documentId} ${one}`, Number(data.revision));
  }
}

function withHeaders(init: RequestInit | undefined, added: Record<string, string>): RequestInit {
  const headers = new Headers(init?.headers);
  for (const [name, value] of Object.entries(added)) headers.set(name, value);
  return { ...init, headers };
}

/** An empty object for an answer that is not JSON, such as the page of a proxy. */
const answerOf = (response: Response): Promise<Answer> =>
  response
    .clone()
    .json()
    .catch(() => ({}));
