import type { Core } from '@strapi/strapi';

/**
 * Calls `handle` with the error of every query of Strapi's that fails, in the asynchronous context that ran it, and of
 * every connection that could not be had. Strapi replaces some of them: a check of a locale that could not be read says
 * "This locale doesn't exist". Relies on knex reporting a failed statement as `query-error`.
 *
 * @returns stops it
 */
export function onFailedQuery(strapi: Core.Strapi, handle: (error: unknown) => void): () => void {
  const { connection: knex } = strapi.db;
  const client = knex.client as { acquireConnection(): Promise<unknown> };
  const acquire = client.acquireConnection;
  client.acquireConnection = async () => {
    try {
      return await acquire.call(client);
    } catch (error) {
      handle(error);
      throw error;
    }
  };
  knex.on('query-error', handle);
  return () => {
    client.acquireConnection = acquire;
    knex.removeListener('query-error', handle);
  };
}
