import { errors } from '@strapi/utils';
import createHttpError from 'http-errors';
import type { Middleware } from 'koa';

/** character_not_in_repertoire, untranslatable_character: a NUL, say, which PostgreSQL takes in no text. */
const NOT_A_TEXT = new Set(['22021', '22P05']);

type Fault = { code?: unknown; httpCode?: unknown; status?: unknown };

/**
 * What only the caller can have done is told to the caller, and to nobody else. Strapi answers a form that cannot be
 * read, or a NUL in a field of its own open routes, with a 500, and logs the stack of every address or body that does
 * not decode: anybody could fill the log.
 */
export default (): Middleware => async (_ctx, next) => {
  try {
    await next();
  } catch (error) {
    throw asCallersFault(error as Fault) ?? error;
  }
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
