import { Upload } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { panelTranslations, showLabels } from '../../../../panel';
import { guardTimeFields, registerTimeField } from '../../../../panel/time-fields';
import { registerCustomFields } from './custom-fields';
import { labels } from './labels';
import { messagesIn } from './messages';
import { registerProgrammeFields } from './programmes/register-fields';

/** Whoever may create directives may import them. */
const MAY_IMPORT = [{ action: 'plugin::content-manager.explorer.create', subject: 'plugin::public-record.directive' }];

const IMPORT_TITLE = `${labels.id}.import.title`;

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: labels.id, name: labels.id });
    registerTimeField(app, labels.id, 'date');
    registerCustomFields(app);
    registerProgrammeFields(app, labels.id);
    app.addMenuLink({
      to: `plugins/${labels.id}/import`,
      icon: Upload,
      intlLabel: { id: IMPORT_TITLE, defaultMessage: messagesIn('en')['import.title'] },
      permissions: MAY_IMPORT,
      position: 4,
      Component: () => import('./import/import-page'),
    });
  },
  bootstrap(app: Pick<StrapiApp, 'registerHook' | 'getPlugin'>) {
    showLabels(app, labels);
    guardTimeFields(app, labels);
  },
  async registerTrads(given: { locales: string[] }) {
    const translations = await panelTranslations(labels)(given);
    return translations.map(({ locale, data }) => ({
      locale,
      data: { ...data, [IMPORT_TITLE]: messagesIn(locale)['import.title'] },
    }));
  },
};
