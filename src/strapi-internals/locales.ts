import type { Core, Struct } from '@strapi/strapi';

/** A language of the content: `{ code: 'vi', name: 'Tiếng Việt (vi)' }`. */
type ContentLocale = { code: string; name: string };

type LocaleService = {
  find(): Promise<ContentLocale[]>;
  findByCode(code: string): Promise<ContentLocale | null>;
  create(locale: ContentLocale): Promise<ContentLocale>;
  getDefaultLocale(): Promise<string>;
};

/** The service behind the settings page of languages; @strapi/i18n documents only its REST routes. */
export const localeService = (strapi: Core.Strapi): LocaleService => strapi.plugin('i18n').service('locales');

/** Whether a content type has a row per language: `pluginOptions.i18n.localized` of its schema. */
export const isLocalised = ({ pluginOptions }: Pick<Struct.ContentTypeSchema, 'pluginOptions'>): boolean =>
  (pluginOptions as { i18n?: { localized?: boolean } } | undefined)?.i18n?.localized === true;
