import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';

type Transaction = Core.Strapi['db']['transaction'];

/**
 * Runs every transaction of Strapi's again, at most `attempts` times in all and after a pause of random length, when it
 * failed in a way that its repetition can mend. Its callback has to bear that: what it does outside the database happens
 * again. A transaction within another is part of that one. Relies on everything in Strapi, also the content manager,
 * opening its transactions by `db.transaction`.
 *
 * @returns puts back what it replaced
 */
export function retryTransactions(
  strapi: Core.Strapi,
  { attempts, isWorthARetry }: { attempts: number; isWorthARetry(error: unknown): boolean },
): () => void {
  const { db } = strapi;
  const own = db.transaction;
  db.transaction = (async (callback?: Parameters<Transaction>[0]) => {
    if (!callback || db.inTransaction()) return own.call(db, callback as never);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await own.call(db, callback);
      } catch (error) {
        if (attempt === attempts || !isWorthARetry(error)) throw error;
        await pause(Math.random() * 50 * 2 ** attempt);
      }
    }
  }) as Transaction;
  return () => {
    db.transaction = own;
  };
}
