import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

const MAX_LENGTH = 1000;

/**
 * The reason that a request gives in a header, in percent-encoded UTF-8; empty without one.
 *
 * @throws ValidationError (400) for a header that cannot be decoded
 */
export function requestReason(strapi: Core.Strapi, header: 'x-desk-override' | 'x-desk-reason'): string {
  const value = strapi.requestContext.get()?.request.headers[header];
  try {
    return decodeURIComponent(typeof value === 'string' ? value : '')
      .trim()
      .slice(0, MAX_LENGTH);
  } catch (error) {
    if (error instanceof URIError) throw new errors.ValidationError('desk.malformed');
    throw error;
  }
}
