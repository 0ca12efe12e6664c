import type { Core } from '@strapi/strapi';

type Connection = Core.Strapi['db']['connection'];

/**
 * Applies a plugin's own SQL (functions, indexes, constraints, triggers), in order and in one transaction, so that a
 * failure leaves what was there before. Every statement must be repeatable: this runs at each boot, after Strapi's
 * schema sync, since Strapi neither knows nor keeps these things.
 *
 * @throws the database's error, with the statement that it refused.
 */
export async function applySql(connection: Connection, statements: readonly string[]): Promise<void> {
  await connection.transaction(async (transaction) => {
    for (const statement of statements) {
      await transaction.raw(statement.replaceAll('?', '\\?')).catch((cause: unknown) => {
        throw new Error(`The database refused: ${statement.trim()}`, { cause });
      });
    }
  });
}
