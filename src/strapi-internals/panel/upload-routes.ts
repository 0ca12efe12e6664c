/** What a request of the media library changes: the files, and the folders with all that is in them. */
export type FileChange = {
  kind: 'replace' | 'edit' | 'move' | 'delete';
  fileIds: number[];
  folderIds: number[];
};

const UPLOAD = /\/upload(?:\/files)?$/;

/**
 * Adds headers to each request that stores new files. The media library sends them by XMLHttpRequest, which tells of
 * their progress; pasted pictures come by `fetch`.
 */
export function addUploadHeaders(headers: () => Record<string, string>): void {
  const isUpload = (method: string, url: string | URL) => {
    const { pathname, searchParams } = new URL(url, location.href);
    return method === 'POST' && UPLOAD.test(pathname) && !searchParams.has('id');
  };
  const { open } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...request: Parameters<typeof open>) {
    open.apply(this, request);
    if (!isUpload(request[0], request[1])) return;
    for (const [name, value] of Object.entries(headers())) this.setRequestHeader(name, value);
  } as typeof open;

  const send = window.fetch;
  window.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : input;
    if (!isUpload(init?.method ?? 'GET', url)) return send(input, init);
    return send(input, { ...init, headers: [...new Headers(init?.headers), ...Object.entries(headers())] });
  };
}

const ONE_FILE = /\/upload\/files\/(\d+)(\/replace)?$/;
const BULK = /\/upload\/actions\/bulk-(delete|move|update)$/;

type BulkBody = { fileIds?: number[]; folderIds?: number[]; updates?: { id: number }[] };

/** The change that a request to Strapi's upload routes would make; null for every other request. */
export function fileChangeOfRequest(url: string, method: string, body: unknown): FileChange | null {
  const { pathname, searchParams } = new URL(url, location.href);
  const one = (kind: FileChange['kind'], id: string | null) => ({ kind, fileIds: [Number(id)], folderIds: [] });
  const [, id, replaces] = ONE_FILE.exec(pathname) ?? [];
  if (id && method === 'DELETE') return one('delete', id);
  if (id && method === 'PUT') return one('edit', id);
  if (id && replaces && method === 'POST') return one('replace', id);
  if (method !== 'POST') return null;
  if (pathname.endsWith('/upload') && searchParams.has('id')) {
    return one(body instanceof FormData && body.has('files') ? 'replace' : 'edit', searchParams.get('id'));
  }
  const [, action] = BULK.exec(pathname) ?? [];
  if (!action || typeof body !== 'string') return null;
  const { fileIds = [], folderIds = [], updates = [] } = JSON.parse(body) as BulkBody;
  if (action === 'update') return { kind: 'edit', fileIds: updates.map((update) => update.id), folderIds: [] };
  return action === 'move' ? { kind: 'move', fileIds, folderIds: [] } : { kind: 'delete', fileIds, folderIds };
}
