import type { Core } from '@strapi/strapi';
import {
  conditionPopulate,
  permissionChecker,
  populateBulkUnpublish,
} from '../../../../../strapi-internals/content-manager';
import { callerOf } from './caller';

/** Lets people with a condition in their role unpublish in bulk, which Strapi (5.54) refuses for their own documents. */
export const repairBulkUnpublish = (strapi: Core.Strapi): void =>
  populateBulkUnpublish(strapi, async (uid) => {
    const caller = callerOf(strapi);
    if (caller.kind !== 'person') return undefined;
    return conditionPopulate(strapi, permissionChecker(strapi, caller.ability, uid), 'publish', uid);
  });
