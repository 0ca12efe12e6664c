import type { Core } from '@strapi/strapi';

/** A transaction, or the connection outside of one. */
export type Transaction = Pick<Core.Strapi['db']['connection'], 'raw'>;
