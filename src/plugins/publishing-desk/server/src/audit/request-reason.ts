import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { currentRequest } from '../../../../../strapi-internals/request-caller';

const MAX_LENGTH = 1000;

/**
 * The reason that a request gives in a header, in percent-encoded UTF-8; empty without one.
 *
 * @throws ValidationError (400) for a header that cannot be decoded
 */
export function requestReason(strapi: Core.Strapi, header: 'x-desk-override' | 'x-desk-reason'): string {
  try {
    return decodeURIComponent(currentRequest(strapi)?.headers?.[header] ?? '')
      .trim()
      .slice(0, MAX_LENGTH);
  } catch (error) {
    if (error instanceof URIError) throw new errors.ValidationError('desk.malformed', { field: header });
    throw error;
  }
}
