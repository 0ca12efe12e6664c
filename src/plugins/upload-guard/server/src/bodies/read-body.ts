import type { Core } from '@strapi/strapi';
import type { Context, Middleware } from 'koa';
import { callerLanguage } from '../../../../../strapi-internals/caller-language';
import { contextOf, readDeferredBody } from '../../../../../strapi-internals/request-body';
import { parseOptions, type Options } from '../config';
import { assertBodyShape } from './body-shape';
import { assertUploadOnly } from './assert-upload-only';
import { readMultipart } from './read-multipart';
import { readableSize, RefusedBody } from './refused-body';
import type { TemporaryFolders } from '../temporary-folders';

/**
 * Which bodies a route takes:
 * - `upload`: a route of the media library that stores files: files with their `fileInfo`, or JSON;
 * - `json`: another route of Strapi and its core plugins;
 * - `public`: one of those that is answered before anyone is signed in: a little JSON;
 * - `host`: a route of the app or of other plugins: all that Strapi reads, but no files;
 * - `any-files`: one that the option `multipartRoutes` names, or that of the panel's logos: files under any name too.
 */
export type BodyKind = 'upload' | 'json' | 'public' | 'host' | 'any-files';

type Request = Context['request'] & { body?: unknown; files?: unknown };

const UPLOAD_PARTS = { file: 'files', field: 'fileInfo' };
const JSON_TYPE = 'application/json';
const MULTIPART_TYPE = 'multipart/form-data';

/** Bodies with files, which are stored before any handler sees them. */
type FilesKind = 'upload' | 'any-files';

/** Reads the body of a request before the policies of its route, once the caller is known: policies look at it. */
export const bodyPolicy =
  (folders: TemporaryFolders) =>
  (
    policyContext: { request: unknown },
    { kind }: { kind: Exclude<BodyKind, FilesKind> },
    { strapi }: { strapi: Core.Strapi },
  ) =>
    readBody(contextOf(policyContext), kind, folders, strapi);

/** Reads the body of a request after all policies of its route: nothing is stored for whom they refuse. */
export const filesMiddleware =
  (kind: FilesKind, folders: TemporaryFolders, strapi: Core.Strapi): Middleware =>
  async (ctx, next) => {
    await readBody(ctx, kind, folders, strapi);
    return next();
  };

async function readBody(ctx: Context, kind: BodyKind, folders: TemporaryFolders, strapi: Core.Strapi): Promise<void> {
  try {
    const options = parseOptions(strapi.config.get('plugin::upload-guard'));
    if (ctx.is('multipart/*')) await readFiles(ctx, kind, folders, options);
    else await readText(ctx, kind);
    if (kind === 'upload') assertUploadOnly(ctx);
  } catch (error) {
    const refused = asRefusedBody(error);
    throw refused ? refused.toHttpError(callerLanguage(strapi)) : error;
  }
}

async function readFiles(ctx: Context, kind: BodyKind, folders: TemporaryFolders, options: Options): Promise<void> {
  if (kind !== 'upload' && kind !== 'any-files') throw new RefusedBody('type', JSON_TYPE);
  const { files, fields } = await readMultipart(ctx.req, await folders.folderOf(ctx.req), {
    total: options.largestRequest,
    file: Math.max(options.largestPicture, options.largestDocument, options.largestRecording),
    files: options.mostFiles,
    names: kind === 'upload' ? UPLOAD_PARTS : null,
  });
  Object.assign(ctx.request as Request, { files, body: fields });
}

async function readText(ctx: Context, kind: BodyKind): Promise<void> {
  const accepted = kind === 'upload' ? `${MULTIPART_TYPE}, ${JSON_TYPE}` : JSON_TYPE;
  // `is` gives null for a request without a body, but takes `Content-Length: 0` for one.
  const isEmpty = ctx.get('Content-Length') === '0';
  const onlyJson = kind === 'upload' || kind === 'json' || kind === 'public';
  if (onlyJson && !isEmpty && ctx.is('json') === false) throw new RefusedBody('type', accepted);
  await readDeferredBody(ctx, kind === 'public' ? 'limited' : 'configured');
  assertBodyShape((ctx.request as Request).body);
}

type ReadError = { type?: string; limit?: number; code?: string };

/** zlib's errors for bytes that are not compressed as `Content-Encoding` says: `Z_DATA_ERROR`, `ERR__ERROR_FORMAT_…`. */
const NOT_COMPRESSED = /^(Z_|ERR__ERROR)/;

/** The refusal that an error of the parsers stands for; null for an error of the server. */
function asRefusedBody(error: unknown): RefusedBody | null {
  if (error instanceof RefusedBody) return error;
  const { type, limit = 0, code = '' } = error as ReadError;
  if (NOT_COMPRESSED.test(code)) return new RefusedBody('malformed');
  return type === 'entity.too.large' ? new RefusedBody('size', readableSize(limit)) : null;
}
