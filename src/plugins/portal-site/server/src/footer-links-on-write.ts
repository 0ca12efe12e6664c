import { errors } from '@strapi/utils';
import type { DocumentMiddleware } from '../../../../documents';
import { SITE_SETTINGS } from './queries/site-settings';
import { readFooterLinks } from './site';

/**
 * Refuses links at the end of pages that are not of their form.
 *
 * @throws ValidationError that names the field and the line
 */
export const checkFooterLinks: DocumentMiddleware = (context, next) => {
  const { uid, params } = context;
  const text = (params as { data?: { footerLinks?: unknown } }).data?.footerLinks;
  if (uid === SITE_SETTINGS && typeof text === 'string') {
    const line = readFooterLinks(text);
    if (typeof line === 'number') {
      const message = `“Liên kết cuối trang”, dòng ${line}: hãy viết tên, dấu |, rồi địa chỉ bắt đầu bằng https://, http:// hoặc /.`;
      throw new errors.ValidationError(message, {
        errors: [{ path: ['footerLinks'], message, name: 'ValidationError' }],
      });
    }
  }
  return next();
};
