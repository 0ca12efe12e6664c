/** Flat keys: `article` (a type), `article.title` (a field), `article.title.hint`, `plugin.name`, `plugin.description`, `apiError.KEY`. */
export type Strings = Record<string, string>;

/** What a plugin says of its own content types in the panel. */
export interface LabelledPlugin {
  id: string;
  /** Singular name → display name, both as in the `info` of the type's schema.json. */
  contentTypes: Record<string, string>;
  /** Locale → strings. English is what every other language falls back to. */
  translations: { en: Strings } & Record<string, Strings>;
}

/** Names of the fields of a content type (by its singular name) that the plugin has a hint for. */
export const hintedFields = ({ translations }: LabelledPlugin, contentType: string): string[] =>
  Object.keys(translations.en)
    .map((key) => key.split('.'))
    .filter(([type, field, kind]) => type === contentType && field !== undefined && kind === 'hint')
    .map(([, field]) => field as string);

/** The translation key of a field's label: the one that the content manager's forms and list headings look up. */
export const labelKey = ({ id }: LabelledPlugin, contentType: string, field: string): string =>
  `content-manager.content-types.plugin::${id}.${contentType}.${field}`;

/** The translation key of a field's hint: one of the plugin's own. */
export const hintKey = ({ id }: LabelledPlugin, contentType: string, field: string): string =>
  `${id}.${contentType}.${field}.hint`;
