import type { Context } from 'koa';
import { RefusedBody } from './refused-body';

/** What a caller may say about a file: Strapi's own, and what newsroom adds to it. */
const FILE_INFO: readonly string[] = [
  ...['name', 'alternativeText', 'caption', 'focalPoint', 'folder'],
  ...['credit', 'licence'],
];

/**
 * Refuses an upload that says more than which files are sent, what is said about them, and which file they replace:
 * Strapi would link the files to any entry that `ref`, `refId` and `field` name. Throws a RefusedBody.
 */
export function assertUploadOnly(ctx: Context): void {
  const { body = {} } = ctx.request as { body?: Record<string, unknown> };
  const stranger =
    Object.keys(ctx.query).find((name) => name !== 'id') ?? Object.keys(body).find((name) => name !== 'fileInfo');
  if (stranger !== undefined) throw new RefusedBody('field', stranger);
  for (const info of [body.fileInfo ?? []].flat()) assertFileInfo(parsed(info));
}

function assertFileInfo(info: unknown): void {
  if (Array.isArray(info)) return info.forEach(assertFileInfo);
  const isObject = typeof info === 'object' && info !== null;
  if (!isObject || !Object.keys(info).every((key) => FILE_INFO.includes(key))) {
    throw new RefusedBody('file-info', FILE_INFO.join(', '));
  }
}

function parsed(info: unknown): unknown {
  if (typeof info !== 'string') return info;
  try {
    return JSON.parse(info);
  } catch {
    return null;
  }
}
