import type { Context } from 'koa';
import type { TimedAnswer } from '../../../../contract';
import { sendJson } from '../../../../response-cache';

/** Sends an answer of the contract, valid until time alone changes it. */
export const sendAnswer = (ctx: Context, { answer, secondsToNextChange }: TimedAnswer<unknown>): Promise<void> =>
  sendJson(ctx, answer, secondsToNextChange);
