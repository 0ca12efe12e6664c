import type { Core } from '@strapi/strapi';

/** What a role can be given of the desk itself. */
export const registerActions = (strapi: Core.Strapi): Promise<void> =>
  strapi.service('admin::permission').actionProvider.registerMany([
    {
      section: 'plugins',
      displayName: 'Phân cơ quan cho người dùng',
      uid: 'agencies.assign',
      pluginName: 'publishing-desk',
    },
    { section: 'plugins', displayName: 'Xem và xuất nhật ký', uid: 'audit.read', pluginName: 'publishing-desk' },
  ]);
