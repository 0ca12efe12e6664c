import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';

type Transaction = Core.Strapi['db']['transaction'];

/** A transaction of knex's; `executionPromise` settles with its outcome. */
type Transactor = { commit(): Promise<unknown>; executionPromise: Promise<unknown> };

/**
 * Makes every transaction of Strapi's fail whose COMMIT fails. Strapi awaits knex's `commit()`, which settles as if it had
 * succeeded; the failure is in `executionPromise`, which Strapi does not look at. A connection lost at that moment, or a
 * deferred constraint, and a write was acknowledged that the database does not have.
 *
 * Runs such a transaction again, at most `attempts` times in all and after a pause of random length, when it
 * failed in a way that its repetition can mend. Its callback has to bear that: what it does outside the database happens
 * again. A transaction within another is part of that one. Relies on everything in Strapi, also the content manager,
 * opening its transactions by `db.transaction`.
 *
 * @returns puts back what it replaced
 */
export function mendTransactions(
  strapi: Core.Strapi,
  { attempts, isWorthARetry }: { attempts: number; isWorthARetry(error: unknown): boolean },
): () => void {
  const { db } = strapi;
  const own = db.transaction;
  db.transaction = (async (callback?: Parameters<Transaction>[0]) => {
    if (!callback) {
      const transaction = await (own as () => Promise<{ get(): unknown }>).call(db);
      if (!db.inTransaction()) confirmCommit(transaction.get());
      return transaction;
    }
    if (db.inTransaction()) return own.call(db, callback);
    const confirmed: typeof callback = (transaction) => {
      confirmCommit(transaction.trx);
      return callback(transaction);
    };
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await own.call(db, confirmed);
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

function confirmCommit(trx: unknown): void {
  const transactor = trx as Transactor;
  const { commit } = transactor;
  transactor.commit = async () => {
    await commit.call(transactor);
    await transactor.executionPromise;
  };
}
