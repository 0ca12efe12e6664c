import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import createHttpError from 'http-errors';
import type { Middleware } from 'koa';

/** character_not_in_repertoire, untranslatable_character: a NUL, say, which PostgreSQL takes in no text. */
const NOT_A_TEXT = new Set(['22021', '22P05']);

/** Whoever asked has gone: a connection reset or closed under an answer. */
const HUNG_UP = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ERR_STREAM_PREMATURE_CLOSE']);

type Fault = { code?: unknown; httpCode?: unknown; status?: unknown };

/**
 * What only the caller can have done is told to the caller, and to nobody else. Strapi answers a form that cannot be
 * read, or a NUL in a field of its own open routes, with a 500, and logs the stack of every address or body that does
 * not decode, or who hung up: anybody could fill the log.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Middleware => {
  // What a stream fails with once its answer has begun. Koa's own would print the stack of each.
  strapi.server.app.onerror = (error: Error & Fault) => {
    if (HUNG_UP.has(String(error.code))) strapi.log.debug(`a caller hung up: ${String(error.code)}`);
    else strapi.log.error(error);
  };
  return async (_ctx, next) => {
    try {
      await next();
    } catch (error) {
      throw asCallersFault(error as Fault) ?? error;
    }
  };
};

function asCallersFault(error: Fault): Error | null {
  if (error instanceof errors.ApplicationError || error instanceof errors.HttpError) return null;
  if (NOT_A_TEXT.has(String(error.code))) {
    return new errors.ValidationError('Dữ liệu gửi lên có ký tự không lưu được (NUL). Hãy bỏ ký tự đó.');
  }
  // `httpCode` is what the parser of forms says, `status` what the others do; their messages repeat what was sent.
  const status = error.httpCode ?? error.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? createHttpError(status) : null;
}
