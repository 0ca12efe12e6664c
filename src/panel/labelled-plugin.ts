import { fieldLabelKey } from '../strapi-internals/panel/translation-keys';

/** Flat keys: `article` (a type), `article.title` (a field), `article.title.hint`, `plugin.name`, `plugin.description`. */
export type Strings = Record<string, string>;

/** A plugin with translated labels and hints for its content types. */
export interface LabelledPlugin {
  id: string;
  /** Singular name → display name, both as in the `info` of the type's schema.json. */
  contentTypes: Record<string, string>;
  /** Locale → strings. Every other language falls back to English. */
  translations: { en: Strings } & Record<string, Strings>;
}

/** The fields with a hint, of a content type by its singular name. */
export const hintedFields = ({ translations }: LabelledPlugin, contentType: string): string[] =>
  Object.keys(translations.en)
    .map((key) => key.split('.'))
    .filter(([type, field, kind]) => type === contentType && field !== undefined && kind === 'hint')
    .map(([, field]) => field as string);

/** The translation key of a field's label, of a content type by its singular name. */
export const labelKey = ({ id }: LabelledPlugin, contentType: string, field: string): string =>
  fieldLabelKey(`plugin::${id}.${contentType}`, field);

/** The translation key of a field's hint, in the plugin's own namespace. */
export const hintKey = ({ id }: LabelledPlugin, contentType: string, field: string): string =>
  `${id}.${contentType}.${field}.hint`;
