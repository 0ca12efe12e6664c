import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import createHttpError from 'http-errors';
import type { Context, Middleware } from 'koa';
import { onResponseError } from '../strapi-internals/http-server';
import { refusedValue } from './client-errors/refused-value';

/** The client closed the connection before the response ended. */
const DISCONNECTED = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ERR_STREAM_PREMATURE_CLOSE']);

/** A connection that ends within a chunk is an error of Node's parser: `HPE_INVALID_EOF_STATE`. */
const isDisconnection = (code: string) => DISCONNECTED.has(code) || code.startsWith('HPE_');

type RequestError = { code?: unknown; httpCode?: unknown; status?: unknown };

/**
 * Answers an error that only the client can have caused with a 4xx, and does not log it. Strapi answers a malformed
 * form, or a NUL in a field of its public routes, with a 500, and logs the stack of every address or body that cannot
 * be decoded and of every closed connection: any client could fill the log.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Middleware => {
  onResponseError(strapi, (error) => {
    if (isDisconnection(String(error.code))) strapi.log.debug(`client disconnected: ${String(error.code)}`);
    else strapi.log.error(error);
  });
  return async (ctx, next) => {
    try {
      await next();
      // The router's answers, without a body: 501 to a method that no route of the server has, such as TRACE.
      if (ctx.status === 501 || (ctx.status === 405 && ctx.body == null))
        ctx.methodNotAllowed('Phương thức này không dùng được ở đây.');
    } catch (error) {
      throw asClientError(error as RequestError, ctx) ?? error;
    }
  };
};

function asClientError(error: RequestError, { params, request }: Context): Error | null {
  if (error instanceof errors.ValidationError) return namingFields(error);
  if (error instanceof errors.ApplicationError || error instanceof errors.HttpError) return null;
  const { query, body } = request as { query: unknown; body?: unknown };
  const refused = refusedValue(error, { params, query, body });
  if (refused) return new errors.ValidationError(refused);
  // The form parser sets `httpCode`, everything else `status`. Their messages repeat the input, so they are dropped.
  const status = error.httpCode ?? error.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? createHttpError(status) : null;
}

/** Problems that a message names. */
const NAMED = 5;

type Problems = { errors?: { path: string[]; message: string }[] };

/** Strapi says of several problems no more than their number. */
function namingFields(error: InstanceType<typeof errors.ValidationError>): Error {
  const problems = (error.details as Problems).errors ?? [];
  if (!/^\d+ errors occurred$/.test(error.message) || problems.length === 0) return error;
  error.message = problems
    .slice(0, NAMED)
    .map(({ path, message }) => (message.includes(path.at(-1) ?? '') ? message : `${path.join('.')}: ${message}`))
    .join('; ');
  return error;
}
