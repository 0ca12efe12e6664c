import type { Core } from '@strapi/strapi';
import { callerOf } from './caller';
import { checkerOf, populateFor } from './permission-checker';

type Options = { populate?: object; isPublished?: boolean };
type DocumentManager = { findLocales(ids: unknown, uid: string, options: Options): Promise<unknown[]> };

/**
 * Lets people with a condition in their role unpublish in bulk. Strapi (5.54) reads the rows of that action, unlike those
 * of all others, without populating what conditions look at, and so refuses people their own documents. This is the only
 * call of `findLocales` for published rows; what it populates is only checked, and not sent.
 */
export function repairBulkUnpublish(strapi: Core.Strapi): void {
  strapi.get('services').extend('plugin::content-manager.document-manager', (manager: DocumentManager) => ({
    ...manager,
    async findLocales(ids: unknown, uid: string, options: Options) {
      const caller = callerOf(strapi);
      if (!options.isPublished || options.populate || caller.kind !== 'person') {
        return manager.findLocales(ids, uid, options);
      }
      const populate = await populateFor(strapi, checkerOf(strapi, caller.ability, uid), 'publish', uid);
      return manager.findLocales(ids, uid, { ...options, populate });
    },
  }));
}
