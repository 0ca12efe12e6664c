import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';

/** @throws ValidationError (400) for a locale that is not enabled. */
export async function readLocale(strapi: Core.Strapi, locale: string): Promise<string> {
  if (await strapi.plugin('i18n').service('locales').findByCode(locale)) return locale;
  throw new errors.ValidationError('Tham số locale không đúng: cần mã của một ngôn ngữ đang dùng, ví dụ vi hoặc en.', {
    parameter: 'locale',
  });
}
