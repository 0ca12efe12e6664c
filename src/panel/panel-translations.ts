import { pluginDescriptionKey, pluginNameKey } from '../strapi-internals/panel/translation-keys';
import { hintKey, labelKey, type LabelledPlugin, type Strings } from './labelled-plugin';

/**
 * A plugin's `registerTrads`: its strings under the panel's keys, for each locale that the panel offers. A locale
 * without strings falls back to English.
 */
export const panelTranslations =
  (plugin: LabelledPlugin) =>
  async ({ locales }: { locales: string[] }): Promise<{ locale: string; data: Strings }[]> =>
    locales.map((locale) => ({ locale, data: panelStrings(plugin, plugin.translations[locale] ?? {}) }));

/** The strings of one language under the panel's keys. */
const panelStrings = (plugin: LabelledPlugin, strings: Strings): Strings =>
  Object.fromEntries(Object.entries(strings).map(([key, text]) => [panelKey(plugin, key), text]));

function panelKey(plugin: LabelledPlugin, key: string): string {
  if (key === 'plugin.name') return pluginNameKey(plugin.id);
  if (key === 'plugin.description') return pluginDescriptionKey(plugin.id);
  if (key.startsWith('checks.')) return `${plugin.id}.${key}`;
  const [contentType = '', field, kind] = key.split('.');
  if (field === undefined) return plugin.contentTypes[contentType] ?? key;
  return kind === 'hint' ? hintKey(plugin, contentType, field) : labelKey(plugin, contentType, field);
}
