import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { finished, Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import type { HttpError } from 'http-errors';
import type { Context, Middleware } from 'koa';
import send from 'send';
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

/** Seconds; the longest that caches take for real. */
const YEAR = 31_536_000;

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
  async function sendFile(ctx: Context, { file, path: address }: Found, describe: () => void): Promise<boolean | null> {
    if (!fetchStored || file.provider === 'local') {
      return sendFromDisk(ctx, path.join(strapi.dirs.static.public, address), describe);
    }
    try {
      const isThere = await sendFetched(ctx, await fetchStored(file, conditionsOf(ctx), ctx.method), describe);
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
    if (found === undefined) return refuse(ctx, 503, 'ServiceUnavailableError', 'Service Unavailable');
    if (!found || (!isSigned && found.shownUntil === null)) return refuse(ctx, 404, 'NotFoundError', 'Not Found');
    if (found.path !== address) return leadOn(ctx, isSigned ? addresses.sign(found.path) : found.path);

    const describe = () => {
      ctx.set('Cache-Control', isSigned ? 'private, no-cache' : publicLifetime(found));
      ctx.type = path.extname(address);
      setInertHeaders(ctx);
    };
    const sent = await sendFile(ctx, found, describe);
    if (sent === null) refuse(ctx, 503, 'ServiceUnavailableError', 'Service Unavailable');
    else if (!sent) refuse(ctx, 404, 'NotFoundError', 'Not Found');
  };
}

/** An address names its bytes, so that nobody has to ask again before the public ceases to see the file. */
function publicLifetime({ shownUntil }: Found): string {
  const seconds = Math.floor(((shownUntil ?? 0) - performance.now()) / 1_000);
  return `public, max-age=${Math.max(0, Math.min(YEAR, seconds))}, immutable`;
}

/** From the address of a file that was replaced to that of the present one. */
function leadOn(ctx: Context, location: string): void {
  ctx.status = 301;
  ctx.set({ Location: location, 'Cache-Control': 'no-store' });
  ctx.body = '';
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

/**
 * @param describe sets the headers of an answer with the file, or of the confirmation that it has not changed
 * @returns whether the file is there
 */
async function sendFromDisk(ctx: Context, file: string, describe: () => void): Promise<boolean> {
  const about = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENAMETOOLONG') return null;
    throw error;
  });
  if (!about) return false;
  const validators = validatorsOf(about);
  // `send` confirms only what is a success so far.
  ctx.status = 200;
  const failure = await new Promise<HttpError | null>((settle) => {
    finished(ctx.res, () => settle(null));
    send(readingOf(ctx, about.size, validators), encodeURIComponent(path.basename(file)), {
      root: path.dirname(file),
      index: false,
      cacheControl: false,
    })
      .on('headers', () => {
        ctx.set(validators);
        describe();
      })
      .on('error', settle)
      .pipe(ctx.res);
  });
  if (failure && ctx.headerSent) ctx.res.destroy();
  else if (failure?.status === 404) return false;
  else if (failure) refuseCondition(ctx, failure);
  return true;
}

type Validators = { ETag: string; 'Last-Modified': string };

const validatorsOf = ({ size, mtime, mtimeMs }: Stats): Validators => ({
  ETag: `"${size.toString(36)}-${Math.floor(mtimeMs * 1_000).toString(36)}"`,
  'Last-Modified': mtime.toUTCString(),
});

/** 412 or 416, which nobody keeps. */
function refuseCondition(ctx: Context, failure: HttpError): void {
  if (failure.status >= 500) throw failure;
  ctx.status = failure.status;
  ctx.set({ ...failure.headers, 'Cache-Control': 'no-store' });
  ctx.body = '';
}

/**
 * The request as `send` 1.2.1 reads it by RFC 9110. `no-cache` speaks to caches on the way, and fetch says it with every
 * condition; `send` would take it for a wish to have the whole file.
 */
function readingOf(ctx: Context, size: number, validators: Validators): Context['req'] {
  const { 'if-range': condition, range, ...headers } = ctx.req.headers;
  delete headers['cache-control'];
  const isCurrent = condition === undefined || Object.values(validators).includes(String(condition));
  const one = ctx.method === 'GET' && isCurrent ? oneRange(range, size) : null;
  return Object.create(ctx.req, { headers: { value: { ...headers, ...(one && { range: one }) } } }) as Context['req'];
}

/**
 * One range (RFC 9110, 14.1.2), where a suffix longer than the file is the whole file. Several ranges, invalid ones and
 * other units are ignored, as 14.2 allows: null.
 */
function oneRange(range: string | undefined, size: number): string | null {
  const [whole, first, last] = RANGE.exec(range ?? '') ?? [];
  if (!whole || (first === '' && last === '')) return null;
  if (first === '') return Number(last) === 0 ? whole : `bytes=${Math.max(0, size - Number(last))}-`;
  return last !== '' && Number(last) < Number(first) ? null : whole;
}

const CONDITIONS = ['Range', 'If-Range', 'If-None-Match', 'If-Modified-Since'];
const PASSED_ON = ['Content-Length', 'Content-Range', 'Accept-Ranges', 'ETag', 'Last-Modified'];

/** A range is for GET alone (RFC 9110, 14.2). */
const conditionsOf = (ctx: Context): Record<string, string> =>
  Object.fromEntries(
    CONDITIONS.filter((name) => ctx.method === 'GET' || !name.endsWith('Range'))
      .map((name) => [name, ctx.get(name)])
      .filter(([, value]) => value),
  );

/** @returns whether the object store has the file */
async function sendFetched(ctx: Context, response: Response, describe: () => void): Promise<boolean> {
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
  if (response.status === 416) ctx.set('Cache-Control', 'no-store');
  else describe();
  if ([200, 206].includes(response.status) && response.body && ctx.method === 'GET') {
    ctx.body = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
  } else await response.body?.cancel();
  return true;
}
