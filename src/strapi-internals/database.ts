import type { Core } from '@strapi/strapi';
import type { ClientConfig } from 'pg';

type Column = { name: string };

/** An attribute as Strapi's database layer maps it: to a column, or to a join table. */
export type AttributeModel = {
  type: string;
  columnName?: string;
  customField?: string;
  target?: string;
  /** Set on the end of a relation whose rows the other end owns. */
  mappedBy?: string;
  /** Set on media attributes, whose rows are in `files_related_mph`. */
  morphBy?: string;
  joinTable?: { name: string; joinColumn: Column; inverseJoinColumn?: Column; orderColumnName?: string };
};

type TableModel = { tableName: string; attributes: Record<string, AttributeModel> };

/**
 * The table of a content type, with its attributes by name. Available after every plugin's `register`: Strapi builds
 * its models just before the schema sync.
 */
export const tableModel = (strapi: Core.Strapi, uid: string): TableModel =>
  strapi.db.metadata.get(uid) as unknown as TableModel;

/** The PostgreSQL schema of Strapi's tables; undefined where the configuration names none. */
export const databaseSchema = (strapi: Core.Strapi): string | undefined => strapi.db.getSchemaName();

/**
 * Where Strapi writes, as `pg` takes it. By name: knex hides the password from a copy of its enumerable properties.
 * `options` are the session's start-up parameters.
 */
export function databaseConnection(strapi: Core.Strapi): ClientConfig {
  const { connection } = strapi.config.get('database') as { connection: { connection: ClientConfig } };
  const { connectionString, host, port, database, user, password, ssl, options } = connection.connection;
  return { connectionString, host, port, database, user, password, ssl, options };
}
