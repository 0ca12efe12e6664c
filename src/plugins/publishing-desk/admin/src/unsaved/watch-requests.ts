import { dropUnsaved, keepUnsaved } from './unsaved-values';
import { keyOf, openDocument, setOpenDocument, type OpenDocument } from './open-document';
import { setRefusal, type Conflict } from './refusals';

const WRITE = /\/content-manager\/collection-types\/([^/?]+)(?:\/([^/?]+))?(?:\/actions\/(?:publish|discard))?(?:\?|$)/;

type Answer = { data?: { revision?: number }; error?: { message?: string; details?: Conflict } };

/**
 * Puts the revision that a form is based on on its way with each save and publish, and keeps what stands in the form
 * until the server has taken it. Strapi's panel sends no revision, and throws away what was typed when it is refused.
 */
export function watchRequests(): void {
  const ask = window.fetch;
  window.fetch = async (input, init) => {
    const open = openDocument();
    if (!open || !isWriteOf(open, String(input instanceof Request ? input.url : input), init)) return ask(input, init);
    const [key, values] = [keyOf(open), open.values()];
    const headers = new Headers(init?.headers);
    if (open.documentId) headers.set('X-Desk-Base', String(open.revision));
    const refused = (conflict: Conflict | null) => {
      keepUnsaved(key, values);
      setRefusal({ key, values, conflict, at: Date.now() });
    };
    try {
      const response = await ask(input, { ...init, headers });
      const answer: Answer = await response
        .clone()
        .json()
        .catch(() => ({}));
      if (response.ok) taken(open, key, answer.data?.revision);
      else refused(answer.error?.message === 'desk.conflict' ? (answer.error.details ?? null) : null);
      return response;
    } catch (error) {
      refused(null);
      throw error;
    }
  };
}

function isWriteOf({ type, documentId }: OpenDocument, url: string, init: RequestInit | undefined): boolean {
  if (!['PUT', 'POST'].includes(init?.method ?? 'GET')) return false;
  const [, asked, id] = WRITE.exec(url) ?? [];
  return asked === type && (id === documentId || (!documentId && id === 'actions'));
}

function taken(open: OpenDocument, key: string, revision: number | undefined): void {
  dropUnsaved(key);
  setRefusal(null);
  if (revision !== undefined && openDocument() === open) setOpenDocument({ ...open, revision });
}
