import type { Core } from '@strapi/strapi';
import { permissionService } from '../../../../../strapi-internals/permissions';
import { ownedTypes } from '../watched-types';

/** Registers the desk's own permissions, which roles can be given. */
export const registerActions = (strapi: Core.Strapi): Promise<void> =>
  permissionService(strapi).actionProvider.registerMany([
    {
      section: 'plugins',
      displayName: 'Phân cơ quan cho người dùng',
      uid: 'agencies.assign',
      pluginName: 'publishing-desk',
    },
    { section: 'plugins', displayName: 'Xem và xuất nhật ký', uid: 'audit.read', pluginName: 'publishing-desk' },
    { section: 'plugins', displayName: 'Xóa hẳn khỏi thùng rác', uid: 'trash.erase', pluginName: 'publishing-desk' },
    {
      section: 'contentTypes',
      displayName: 'Trả lại nội dung gửi duyệt',
      uid: 'review',
      pluginName: 'publishing-desk',
      subjects: ownedTypes(strapi),
    },
  ]);
