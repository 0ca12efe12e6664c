import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import type { StrapiApp } from '@strapi/strapi/admin';
import { ChecksPanel } from './panels/checks-panel';
import { HistoryPanel } from './panels/history-panel';
import { ReadersPanel } from './panels/readers-panel';
import { UnsavedPanel } from './panels/unsaved-panel';
import { PLUGIN_ID } from './plugin-id';
import { watchRequests } from './requests/watch-requests';
import en from './translations/en.json';
import vi from './translations/vi.json';

const TRANSLATIONS: Record<string, Record<string, string>> = { en, vi };

/** Where the panel looks a string up: refusals as they are thrown, the plugin's name and purpose, its own words. */
function panelKey(key: string): string {
  if (key.startsWith('apiError.')) return key;
  if (key === 'plugin.name') return `global.plugins.${PLUGIN_ID}`;
  return key === 'plugin.description' ? `global.plugins.${PLUGIN_ID}.description` : `${PLUGIN_ID}.${key}`;
}

const prefixed = (strings: Record<string, string>) =>
  Object.fromEntries(Object.entries(strings).map(([key, text]) => [panelKey(key), text]));

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
    watchRequests();
  },

  bootstrap(app: StrapiApp) {
    const manager = app.getPlugin('content-manager') as unknown as { apis: ContentManagerPlugin };
    manager.apis.addEditViewSidePanel([UnsavedPanel, ChecksPanel, ReadersPanel, HistoryPanel]);
  },

  /** English stands in for the languages that have no file here. */
  async registerTrads({ locales }: { locales: string[] }) {
    return locales.map((locale) => ({ locale, data: prefixed(TRANSLATIONS[locale] ?? en) }));
  },
};
