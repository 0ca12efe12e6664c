import { hintKey, labelKey, type LabelledPlugin, type Strings } from './labelled-plugin';

/**
 * A plugin's `registerTrads`: its strings under the keys that the panel looks up, for each locale that the panel
 * offers. A locale without strings of its own shows the English ones.
 */
export const panelTranslations =
  (plugin: LabelledPlugin) =>
  async ({ locales }: { locales: string[] }): Promise<{ locale: string; data: Strings }[]> =>
    locales.map((locale) => ({ locale, data: panelStrings(plugin, plugin.translations[locale] ?? {}) }));

/** One language's strings under the panel's keys. */
export const panelStrings = (plugin: LabelledPlugin, strings: Strings): Strings =>
  Object.fromEntries(Object.entries(strings).map(([key, text]) => [panelKey(plugin, key), text]));

function panelKey(plugin: LabelledPlugin, key: string): string {
  if (key === 'plugin.name') return `global.plugins.${plugin.id}`;
  if (key === 'plugin.description') return `global.plugins.${plugin.id}.description`;
  // What the server's refusals are called in the panel, whole.
  if (key.startsWith('apiError.')) return key;
  const [contentType = '', field, kind] = key.split('.');
  if (field === undefined) return plugin.contentTypes[contentType] ?? key;
  return kind === 'hint' ? hintKey(plugin, contentType, field) : labelKey(plugin, contentType, field);
}
