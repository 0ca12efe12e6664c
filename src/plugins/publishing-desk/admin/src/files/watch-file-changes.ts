import { fileChangeOfRequest, type FileChange } from '../../../../../strapi-internals/panel/upload-routes';
import { askReason, say } from '../shared/reason-dialog';

type FileUse = { type: string; locale: string | null; title: string | null; isPublished: boolean };

/**
 * Shows where a file is used before the media library replaces it, and asks for the reason that the server requires for
 * a file that published content shows; says so instead of deleting a file that is used. Strapi's media library has no place for an extension, so this
 * stands around its requests.
 */
export function watchFileChanges(): void {
  const send = window.fetch;
  window.fetch = async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    const change = fileChangeOfRequest(url, init?.method ?? 'GET', init?.body);
    if (!change) return send(input, init);
    const uses = await usesOf(send, url, init, change);
    const isPublished = uses.some((use) => use.isPublished);
    // A change of texts or of the folder leaves a draft as it is.
    const isShown = isPublished || (uses.length > 0 && (change.kind === 'replace' || change.kind === 'delete'));
    if (!isShown) return send(input, init);
    const question = { title: say('files.used'), items: uses.map(nameOfUse) };
    const reason = await askReason(
      change.kind === 'delete'
        ? { ...question, text: say('files.kept'), isReasonRequired: false, action: null }
        : {
            ...question,
            text: say(isPublished ? 'files.published' : 'files.drafts'),
            isReasonRequired: isPublished,
            action: say(`files.${change.kind}`),
          },
    );
    if (reason === null) return cancelled();
    const headers = new Headers(init?.headers);
    if (reason !== '') headers.set('X-Desk-Reason', encodeURIComponent(reason));
    return send(input, { ...init, headers });
  };
}

const nameOfUse = ({ title, isPublished }: FileUse): string =>
  `${title ?? say('files.hidden')} (${say(isPublished ? 'files.isPublished' : 'files.isDraft')})`;

/** Empty where they cannot be read: the server then decides, and says why. */
async function usesOf(
  send: typeof fetch,
  url: string,
  init: RequestInit | undefined,
  { fileIds, folderIds }: FileChange,
): Promise<FileUse[]> {
  const { origin, pathname } = new URL(url, location.href);
  const base = pathname.slice(0, pathname.lastIndexOf('/upload'));
  const headers = new Headers({ 'Content-Type': 'application/json', Accept: 'application/json' });
  const authorization = new Headers(init?.headers).get('Authorization');
  if (authorization) headers.set('Authorization', authorization);
  const response = await send(`${origin}${base}/publishing-desk/file-uses`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ fileIds, folderIds }),
  });
  return response.ok ? ((await response.json()) as { data: FileUse[] }).data : [];
}

const cancelled = (): Response => {
  const error = { status: 400, name: 'ApplicationError', message: say('files.cancelled'), details: {} };
  return new Response(JSON.stringify({ data: null, error }), {
    status: 400,
    headers: { 'Content-Type': 'application/json' },
  });
};
