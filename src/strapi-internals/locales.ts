import type { Core, Struct } from '@strapi/strapi';

/** A language of the content: `{ code: 'vi', name: 'Tiếng Việt (vi)' }`. */
type ContentLocale = { code: string; name: string };
type KnownLocale = ContentLocale & { id: number };

type LocaleService = {
  find(): Promise<KnownLocale[]>;
  findByCode(code: string): Promise<KnownLocale | null>;
  create(locale: ContentLocale): Promise<KnownLocale>;
  update(which: { id: number }, locale: Partial<ContentLocale>): Promise<KnownLocale>;
  getDefaultLocale(): Promise<string>;
};

/** The service behind the settings page of languages; @strapi/i18n documents only its REST routes. */
export const localeService = (strapi: Core.Strapi): LocaleService => strapi.plugin('i18n').service('locales');

/** The name that Strapi gives a language itself, in English: `Vietnamese (vi)`. */
export function givenLocaleName(strapi: Core.Strapi, code: string): string | undefined {
  const known: ContentLocale[] = strapi.plugin('i18n').service('iso-locales').getIsoLocales();
  return known.find((locale) => locale.code === code)?.name;
}

/** Whether a content type has a row per language: `pluginOptions.i18n.localized` of its schema. */
export const isLocalised = ({ pluginOptions }: Pick<Struct.ContentTypeSchema, 'pluginOptions'>): boolean =>
  (pluginOptions as { i18n?: { localized?: boolean } } | undefined)?.i18n?.localized === true;

type FillService = {
  transformDocument(document: object, model: string, ...rest: unknown[]): Promise<Record<string, unknown>>;
};

/**
 * Leaves attributes out of what the form of one language is filled with from another, by content type (UID). To be called
 * in `bootstrap`.
 */
export function leaveOutOfFill(strapi: Core.Strapi, attributes: Readonly<Record<string, readonly string[]>>): void {
  const service: FillService = strapi.plugin('i18n').service('fill-from-locale');
  const { transformDocument } = service;
  service.transformDocument = async (document, model, ...rest) => {
    const left = new Set(attributes[model]);
    const filled = await transformDocument(document, model, ...rest);
    return Object.fromEntries(Object.entries(filled).filter(([name]) => !left.has(name)));
  };
}
