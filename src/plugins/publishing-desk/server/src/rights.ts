import type { Core } from '@strapi/strapi';

export const READ_AUDIT = 'plugin::publishing-desk.audit.read';

/** What an administrator may give to a role, beside the rights to the types themselves. */
export async function offerRights(strapi: Core.Strapi): Promise<void> {
  await strapi
    .service('admin::permission')
    .actionProvider.registerMany([
      { section: 'plugins', displayName: 'Xem và xuất nhật ký', uid: 'audit.read', pluginName: 'publishing-desk' },
    ]);
}
