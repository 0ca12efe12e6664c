import type { Core } from '@strapi/strapi';

export type Language = 'vi' | 'en';

/** The language in which whoever asks is spoken to: English to users who prefer it, Vietnamese to everybody else. */
export const callerLanguage = (strapi: Core.Strapi): Language =>
  strapi.requestContext.get()?.state?.user?.preferedLanguage === 'en' ? 'en' : 'vi';
