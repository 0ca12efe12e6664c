import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import type { StrapiApp } from '@strapi/strapi/admin';
import { HistoryPanel } from './panels/history-panel';
import { ReadersPanel } from './panels/readers-panel';
import { UnsavedPanel } from './panels/unsaved-panel';
import { PLUGIN_ID } from './plugin-id';
import { watchRequests } from './requests/watch-requests';
import en from './translations/en.json';
import vi from './translations/vi.json';

const TRANSLATIONS: Record<string, Record<string, string>> = { en, vi };

/** Keys of refusals are looked up as they are thrown; everything else is the plugin's own. */
const prefixed = (strings: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(strings).map(([key, text]) => [key.startsWith('apiError.') ? key : `${PLUGIN_ID}.${key}`, text]),
  );

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
    watchRequests();
  },

  bootstrap(app: StrapiApp) {
    const manager = app.getPlugin('content-manager') as unknown as { apis: ContentManagerPlugin };
    manager.apis.addEditViewSidePanel([UnsavedPanel, ReadersPanel, HistoryPanel]);
  },

  /** English stands in for the languages that have no file here. */
  async registerTrads({ locales }: { locales: string[] }) {
    return locales.map((locale) => ({ locale, data: prefixed(TRANSLATIONS[locale] ?? en) }));
  },
};
