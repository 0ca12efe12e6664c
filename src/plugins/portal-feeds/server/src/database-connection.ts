import type { Core } from '@strapi/strapi';

/** Where Strapi writes, as `pg` takes it. By name: knex hides the password from whoever copies what is visible. */
export function databaseConnection(strapi: Core.Strapi) {
  const { connection } = strapi.config.get('database') as { connection: { connection: Record<string, unknown> } };
  const { connectionString, host, port, database, user, password, ssl } = connection.connection;
  return { connectionString, host, port, database, user, password, ssl } as object;
}
