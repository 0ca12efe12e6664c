import type { Core } from '@strapi/strapi';
import { currentRequest } from './request-caller';

export type Language = 'vi' | 'en';

/**
 * The language of messages to the user of the present request: English for administrators whose profile names it,
 * Vietnamese otherwise, and outside a request. (`preferedLanguage` is Strapi's spelling of the attribute of `admin::user`.)
 */
export const callerLanguage = (strapi: Core.Strapi): Language =>
  currentRequest(strapi)?.state?.user?.preferedLanguage === 'en' ? 'en' : 'vi';
