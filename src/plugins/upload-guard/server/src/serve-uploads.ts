import { open } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import type { Context, Middleware } from 'koa';
import { etagMatches } from '../../../../response-cache/etag';
import type { Options } from './config';
import { FailureLog } from './failure-log';
import { keepPrivate } from './private-storage';
import { type Found, type ShownFiles, shownFiles } from './shown-files';
import { type SignedAddresses, signedAddresses } from './signed-addresses';
import { setInertHeaders } from './upload-headers';

/** Where Strapi's static files end up, however the address is written: `/%75ploads/…` and `//uploads/…` do. */
const UPLOADS = /^\/+uploads(?:\/|$)/i;
const ONE_FILE = /^\/uploads\/[^/\0]+$/;
const RANGE = /^bytes=(\d*)-(\d*)$/;

type FetchStored = Awaited<ReturnType<typeof keepPrivate>>;

/**
 * Answers every address of a stored file in place of Strapi's public files: with its bytes while anything visible shows
 * it, or for a signed address; else with the 404 of a file that does not exist. To be called in `register`.
 *
 * @returns closes its database connections
 */
export async function serveUploads(strapi: Core.Strapi, options: Options): Promise<() => Promise<void>> {
  const addresses = signedAddresses(strapi, options.signedMinutes);
  const fetchStored = await keepPrivate(strapi, addresses);
  const shown = shownFiles(strapi, options.poolSize);
  strapi.server.use(createSender(strapi, addresses, shown, fetchStored));
  return shown.close;
}

function createSender(
  strapi: Core.Strapi,
  addresses: SignedAddresses,
  shown: ShownFiles,
  fetchStored: FetchStored,
): Middleware {
  const log = new FailureLog(strapi, 'cannot fetch');

  /** @returns whether the file is there; null while the object store does not answer */
  async function send(ctx: Context, address: string, { file }: Found): Promise<boolean | null> {
    if (!fetchStored || file.provider === 'local') {
      return sendFromDisk(ctx, path.join(strapi.dirs.static.public, address));
    }
    try {
      const isThere = await sendFetched(ctx, await fetchStored(file, conditionsOf(ctx), ctx.method));
      log.succeeded();
      return isThere;
    } catch (error) {
      log.failed(error);
      return null;
    }
  }

  return async (ctx, next) => {
    const address = decoded(ctx.path);
    if (!UPLOADS.test(path.posix.normalize(address)) || !['GET', 'HEAD'].includes(ctx.method)) return next();

    const isSigned = addresses.isSigned(address, ctx.query.signature);
    const found = ONE_FILE.test(address) ? await shown.at(address).catch(() => undefined) : null;
    const isOpen = found && (isSigned || found.shownUntil !== null);
    const sent = found === undefined ? null : isOpen ? await send(ctx, address, found) : false;
    if (sent === null) return refuse(ctx, 503, 'ServiceUnavailableError', 'Service Unavailable');
    if (!sent) return refuse(ctx, 404, 'NotFoundError', 'Not Found');
    // A browser asks again each time, so that a withdrawal holds at once.
    ctx.set('Cache-Control', isSigned ? 'private, no-cache' : 'public, no-cache');
    ctx.type = path.extname(address);
    setInertHeaders(ctx);
  };
}

/** As Strapi answers; this middleware stands outside its middleware for errors. */
function refuse(ctx: Context, status: number, name: string, message: string): void {
  ctx.status = status;
  ctx.set('Cache-Control', 'no-store');
  ctx.body = { data: null, error: { status, name, message, details: {} } };
}

/** An address that cannot be decoded leads to no file. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** @returns whether the file is there */
async function sendFromDisk(ctx: Context, file: string): Promise<boolean> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENAMETOOLONG') return null;
    throw error;
  });
  if (!handle) return false;
  const { size, mtime, mtimeMs } = await handle.stat();
  ctx.status = 200;
  ctx.set({
    ETag: `"${size.toString(36)}-${Math.floor(mtimeMs * 1_000).toString(36)}"`,
    'Last-Modified': mtime.toUTCString(),
    'Accept-Ranges': 'bytes',
  });
  const isFresh = hasCurrent(ctx, mtime);
  const range = isFresh ? null : requestedRange(ctx, size);
  if (isFresh || range === 'unsatisfiable' || ctx.method === 'HEAD') {
    await handle.close();
    if (isFresh) ctx.status = 304;
    else if (range === 'unsatisfiable') {
      ctx.status = 416;
      ctx.body = '';
      ctx.set('Content-Range', `bytes */${size}`);
    } else ctx.length = size;
    return true;
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  if (range) {
    ctx.status = 206;
    ctx.set('Content-Range', `bytes ${start}-${end}/${size}`);
  }
  ctx.length = end - start + 1;
  ctx.body = size === 0 ? Readable.from([]) : handle.createReadStream({ start, end });
  return true;
}

/** Whether the client has the file as it is (RFC 9110, 13.2.2): by its entity tag, or without one by its date. */
function hasCurrent(ctx: Context, modified: Date): boolean {
  const tags = ctx.get('If-None-Match');
  if (tags) return etagMatches(tags, ctx.response.get('ETag'));
  return Math.floor(modified.getTime() / 1_000) * 1_000 <= Date.parse(ctx.get('If-Modified-Since'));
}

/** One range (RFC 9110, 14.2). Several ranges, other units and a changed file (`If-Range`) get the whole file. */
function requestedRange(ctx: Context, size: number): { start: number; end: number } | 'unsatisfiable' | null {
  const [, first, last] = RANGE.exec(ctx.get('Range')) ?? [];
  const condition = ctx.get('If-Range');
  const isCurrent = ['', ctx.response.get('ETag'), ctx.response.get('Last-Modified')].includes(condition);
  if (first === undefined || last === undefined || first + last === '' || !isCurrent || ctx.method !== 'GET')
    return null;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < start) return null;
  return start >= size || start > end ? 'unsatisfiable' : { start, end };
}

const CONDITIONS = ['Range', 'If-Range', 'If-None-Match', 'If-Modified-Since'];
const PASSED_ON = ['Content-Length', 'Content-Range', 'Accept-Ranges', 'ETag', 'Last-Modified'];

const conditionsOf = (ctx: Context): Record<string, string> =>
  Object.fromEntries(CONDITIONS.map((name) => [name, ctx.get(name)]).filter(([, value]) => value));

/** @returns whether the object store has the file */
async function sendFetched(ctx: Context, response: Response): Promise<boolean> {
  if (![200, 206, 304, 416].includes(response.status)) {
    await response.body?.cancel();
    if (response.status === 404 || response.status === 403) return false;
    throw new Error(`the object store answered ${response.status}`);
  }
  ctx.status = response.status;
  for (const name of PASSED_ON) {
    const value = response.headers.get(name);
    if (value !== null) ctx.set(name, value);
  }
  if ([200, 206].includes(response.status) && response.body && ctx.method === 'GET') {
    ctx.body = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
  } else await response.body?.cancel();
  return true;
}
