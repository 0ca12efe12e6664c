import { AsyncLocalStorage } from 'node:async_hooks';
import { type Core } from '@strapi/strapi';

type Connection = Core.Strapi['db']['connection'];
type Heard = { refusal?: unknown };

/** in_failed_sql_transaction: the transaction was refused something before, and takes nothing more. */
const ABORTED = '25P02';

const writes = new AsyncLocalStorage<Heard>();
const listenedTo = new WeakSet<Connection>();

const codeOf = (error: unknown) => (error as { code?: unknown } | null)?.code;

/**
 * Runs a write; when it fails, throws what the database refused. When a relation's row is refused, Strapi 5.54 tidies
 * up by a statement in the same transaction, and throws that statement's 25P02 instead of the reason
 * (@strapi/database, entity-manager `create` and `update`).
 */
export async function throwingRefusal<Result>(strapi: Core.Strapi, write: () => Promise<Result>): Promise<Result> {
  listen(strapi.db.connection);
  const heard: Heard = {};
  try {
    return await writes.run(heard, write);
  } catch (error) {
    throw codeOf(error) === ABORTED && heard.refusal ? heard.refusal : error;
  }
}

function listen(connection: Connection): void {
  if (listenedTo.has(connection)) return;
  listenedTo.add(connection);
  connection.on('query-error', (error: unknown) => {
    const heard = writes.getStore();
    if (heard && codeOf(error) !== ABORTED) heard.refusal = error;
  });
}
