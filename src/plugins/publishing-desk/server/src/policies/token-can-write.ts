import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { callerOf, isWritingToken } from '../permissions/caller';

/** The policy of the content API's routes that write files: only tokens that the options name. */
export const tokenCanWrite = (_ctx: unknown, _config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  if (isWritingToken(strapi, callerOf(strapi))) return true;
  throw new errors.PolicyError('desk.token-may-not-write');
};
