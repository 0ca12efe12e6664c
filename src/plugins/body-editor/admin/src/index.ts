import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';
import { PLUGIN_ID } from './plugin-id';

type Messages = Record<string, string>;

const TRANSLATIONS: Record<string, () => Promise<{ default: Messages }>> = {
  vi: () => import('./translations/vi.json'),
  en: () => import('./translations/en.json'),
};

const prefixed = (messages: Messages): Messages =>
  Object.fromEntries(Object.entries(messages).map(([key, message]) => [`${PLUGIN_ID}.${key}`, message]));

export default {
  register(app: StrapiApp) {
    app.customFields.register({
      name: 'body',
      pluginId: PLUGIN_ID,
      type: 'json',
      intlLabel: { id: `${PLUGIN_ID}.field.label`, defaultMessage: 'Article body' },
      intlDescription: {
        id: `${PLUGIN_ID}.field.description`,
        defaultMessage: 'Text with tables and captioned pictures',
      },
      components: {
        // Strapi's type knows nothing of the props that it passes.
        Input: async () => ({ default: (await import('./components/body-input')).default as ComponentType }),
      },
    });
  },

  /** English stands in for the languages that have no file here, so that no bare key is ever shown. */
  registerTrads({ locales }: { locales: string[] }) {
    return Promise.all(
      locales.map(async (locale) => {
        const { default: messages } = await (TRANSLATIONS[locale] ?? TRANSLATIONS.en)();
        return { locale, data: prefixed(messages) };
      }),
    );
  },
};
