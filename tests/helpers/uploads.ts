import { signedAddresses } from '../../src/plugins/upload-guard/server/src/signed-addresses';
import * as bytes from './file-bytes';
import type { Newsroom } from './newsroom';
import type { Session } from './sign-in';

export type Sent = { name: string; bytes: Buffer; type?: string; info?: object };
export type Stored = {
  id: number;
  name: string;
  hash: string;
  ext: string;
  mime: string;
  url: string;
  width: number | null;
  [field: string]: unknown;
};
type Answer = { status: number; message: string; reason?: string; files: Stored[] };

/** An editor of the panel: the requests of the upload dialog, and their responses. */
export async function uploader({ strapi, url }: Newsroom, preferedLanguage = 'vi') {
  const email = `anh-${preferedLanguage}@toasoan.vn`;
  const password = 'Toa-soan-2026';
  const { id: role } = await strapi.service('admin::role').getSuperAdmin();
  await strapi.service('admin::user').create({
    firstname: 'Ảnh',
    email,
    password,
    preferedLanguage,
    isActive: true,
    roles: [role],
  });
  const login = await fetch(`${url}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const { token } = ((await login.json()) as { data: { token: string } }).data;

  const send = async (path: string, files: Sent[], headers: Record<string, string> = {}): Promise<Answer> => {
    const boundary = '----toa-soan';
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': `multipart/form-data; boundary=${boundary}`,
        ...headers,
      },
      body: multipart(boundary, files),
    });
    const body = (await answer.json()) as { error?: { message: string; details?: { reason?: string } } } & Stored;
    const stored = body.error ? [] : Array.isArray(body) ? (body as Stored[]) : [body];
    return {
      status: answer.status,
      message: body.error?.message ?? '',
      reason: body.error?.details?.reason,
      files: stored,
    };
  };

  return {
    token,
    send: (...files: Sent[]) => send('/upload', files),
    sendAlone: (file: Sent) => send('/upload/files', [file]),
    replace: (id: number, file: Sent) => send(`/upload?id=${id}`, [file], { 'X-Desk-Reason': 'thay%20t%E1%BB%87p' }),
    rename: (id: number, name: string) => send(`/upload?id=${id}`, [{ name, bytes: Buffer.alloc(0), info: { name } }]),
  };
}

/** A request of the panel with one picture, and the text of its answer. */
export async function sendPicture(
  { url }: Newsroom,
  { headers: session }: Session,
  path: string,
  headers: Record<string, string> = {},
  info: object = {},
): Promise<{ status: number; text: string }> {
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(await bytes.picture('png', 300, 200))]), 'ảnh.png');
  form.append('fileInfo', JSON.stringify({ name: 'ảnh.png', ...info }));
  const encoded = new Response(form);
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: { ...session, 'Content-Type': encoded.headers.get('content-type')!, ...headers },
    body: Buffer.from(await encoded.arrayBuffer()),
  });
  return { status: answer.status, text: await answer.text() };
}

export type LibraryFile = { id: number; documentId: string; url: string };

/** A picture that somebody adds to the media library. */
export async function uploadPicture(
  newsroom: Newsroom,
  who: Session,
  headers: Record<string, string> = {},
  info: object = {},
): Promise<LibraryFile> {
  const { status, text } = await sendPicture(newsroom, who, '/upload', headers, info);
  expect([status, text]).toEqual([201, expect.any(String)]);
  return (JSON.parse(text) as [LibraryFile])[0];
}

/** An address as the panel got it at an instant (milliseconds since 1970), good for an hour to an hour and a quarter. */
export function signedAt({ strapi }: Newsroom, path: string, now: number): string {
  jest.useFakeTimers({ now });
  try {
    return signedAddresses(strapi, 60).sign(path);
  } finally {
    jest.useRealTimers();
  }
}

/** Written by hand, so that a name arrives as a hostile client would send it. */
function multipart(boundary: string, files: Sent[]): Buffer<ArrayBuffer> {
  const parts = files.flatMap(({ name, bytes, type = 'application/octet-stream', info }) => [
    ...(bytes.length > 0
      ? [
          `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`,
          bytes,
          '\r\n',
        ]
      : []),
    `--${boundary}\r\nContent-Disposition: form-data; name="fileInfo"\r\n\r\n${JSON.stringify({ name, ...info })}\r\n`,
  ]);
  return Buffer.concat([...parts, `--${boundary}--\r\n`].map((part) => Buffer.from(part as string)));
}
