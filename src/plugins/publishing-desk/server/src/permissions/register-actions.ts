import type { Core } from '@strapi/strapi';
import { permissionService } from '../../../../../strapi-internals/permissions';
import { OWNED } from '../watched-types';

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
      displayName: 'Trả lại bài gửi duyệt',
      uid: 'review',
      pluginName: 'publishing-desk',
      subjects: [...OWNED].filter((uid) => strapi.contentTypes[uid as never]),
    },
  ]);
