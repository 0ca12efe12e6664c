import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import createHttpError from 'http-errors';
import type { Middleware } from 'koa';
import { onResponseError } from '../strapi-internals/http-server';

/** character_not_in_repertoire, untranslatable_character: PostgreSQL stores no NUL in text, for example. */
const NOT_TEXT = new Set(['22021', '22P05']);

/** data_exception: a number out of range, a text that is no number or no date, a text too long for its column. */
const DATA_EXCEPTION = /^22[0-9A-Z]{3}$/;

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
      throw asClientError(error as RequestError) ?? error;
    }
  };
};

function asClientError(error: RequestError): Error | null {
  if (error instanceof errors.ApplicationError || error instanceof errors.HttpError) return null;
  if (NOT_TEXT.has(String(error.code))) {
    return new errors.ValidationError('Dữ liệu gửi lên có ký tự không lưu được (NUL). Hãy bỏ ký tự đó.');
  }
  if (DATA_EXCEPTION.test(String(error.code))) {
    return new errors.ValidationError('Một giá trị gửi lên không đúng kiểu, quá lớn hoặc quá dài.');
  }
  // The form parser sets `httpCode`, everything else `status`. Their messages repeat the input, so they are dropped.
  const status = error.httpCode ?? error.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? createHttpError(status) : null;
}
