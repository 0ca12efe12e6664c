import type { Core } from '@strapi/strapi';
import { callerOf } from './caller';
import { checkerOf, populateFor } from './permission-checker';

type Options = { populate?: object; isPublished?: boolean };
type DocumentManager = { findLocales(ids: unknown, uid: string, options: Options): Promise<unknown[]> };

/**
 * Lets whoever is limited by a condition unpublish in bulk. Strapi (5.54) reads the rows there without populating what
 * conditions look at, as it does for every other permission, and so refuses them their own. This is the only call of
 * `findLocales` for published rows; what it populates is asked about, and not shown.
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
