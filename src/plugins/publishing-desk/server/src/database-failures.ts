import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import createHttpError from 'http-errors';
import type { Middleware } from 'koa';
import { describeFailure, isContention, isDeadlock, isDiskFull, isUnavailable } from '../../../../postgres/failures';
import { limitDatabaseWaits } from '../../../../strapi-internals/database-limits';
import { onFailedQuery } from '../../../../strapi-internals/failed-queries';
import { mendTransactions } from '../../../../strapi-internals/transactions';

/** Milliseconds. Together they answer a save within 15 seconds, whatever has become of the database. */
const LIMITS = { connection: 5_000, lock: 5_000, statement: 8_000, answer: 9_000, idleTransaction: 30_000 };

const ATTEMPTS = 3;

/**
 * Keeps writes short and their failures intelligible: bounds every wait for the database, fails what could not be
 * committed, runs a transaction again that met a deadlock, and answers what still fails in words. To be called in `bootstrap`: after the schema sync, and before
 * Strapi's routes are mounted.
 *
 * @returns the function that undoes it
 */
export function mendDatabaseFailures(strapi: Core.Strapi): () => void {
  const requests = new AsyncLocalStorage<{ failure?: unknown }>();
  const note = (error: unknown) => {
    const request = requests.getStore();
    if (request && answerTo(error)) request.failure ??= error;
  };
  const undo = [
    onFailedQuery(strapi, note),
    limitDatabaseWaits(strapi, LIMITS),
    mendTransactions(strapi, { attempts: ATTEMPTS, isWorthARetry: isDeadlock }),
  ];
  strapi.server.use(answerFailures(strapi, requests));
  return () => undo.reverse().forEach((one) => one());
}

/** Answers by the database's failure where a request failed after one, whatever Strapi made of it. */
const answerFailures =
  (strapi: Core.Strapi, requests: AsyncLocalStorage<{ failure?: unknown }>): Middleware =>
  async (ctx, next) => {
    const request: { failure?: unknown } = {};
    let failed: { error?: unknown } | undefined;
    await requests.run(request, next).catch((error: unknown) => void (failed = { error }));
    if (!failed && ctx.status < 400) return;
    const failure = request.failure ?? failed?.error;
    const answer = answerTo(failure);
    if (answer) {
      strapi.log.error(
        `publishing-desk: ${ctx.method} ${ctx.path} answered ${answer.status}: ${describeFailure(failure)}`,
      );
      ctx.set('Retry-After', '5');
      throw createHttpError(answer.status, answer.message, { details: {} });
    }
    if (failed) throw failed.error;
  };

function answerTo(error: unknown): { status: number; message: string } | null {
  if (isDiskFull(error)) {
    const message =
      'Máy chủ cơ sở dữ liệu đã hết chỗ lưu. Nội dung vẫn còn trong biểu mẫu: hãy báo người quản trị máy chủ rồi lưu lại.';
    return { status: 507, message };
  }
  if (isContention(error)) {
    const message =
      'Một người khác đang lưu cùng nội dung này. Nội dung của bạn vẫn còn trong biểu mẫu: hãy bấm lưu lần nữa.';
    return { status: 503, message };
  }
  if (!isUnavailable(error)) return null;
  const message =
    'Cơ sở dữ liệu tạm thời không trả lời. Nội dung đang viết vẫn còn trong biểu mẫu: hãy lưu lại sau ít phút.';
  return { status: 503, message };
}
