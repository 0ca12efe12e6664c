import type { StrapiApp } from '@strapi/strapi/admin';
import { panelTranslations, showLabels } from '../../../../panel';
import { guardTimeFields, registerTimeField } from '../../../../panel/time-fields';
import { registerCustomFields } from './custom-fields';
import { labels } from './labels';
import { registerProgrammeFields } from './programmes/register-fields';

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: labels.id, name: labels.id });
    registerTimeField(app, labels.id, 'date');
    registerCustomFields(app);
    registerProgrammeFields(app, labels.id);
  },
  bootstrap(app: Pick<StrapiApp, 'registerHook' | 'getPlugin'>) {
    showLabels(app, labels);
    guardTimeFields(app, labels);
  },
  registerTrads: panelTranslations(labels),
};
