import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

/** The policy of routes that change the app's own source: only where Strapi runs to develop the app. */
export const inDevelopment = (_ctx: unknown, _config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  if (strapi.config.get('autoReload') === true) return true;
  throw new errors.PolicyError('Kiểu nội dung chỉ sửa được khi phát triển ứng dụng, không sửa trên máy chủ đang chạy.');
};
