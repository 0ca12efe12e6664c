import type { StrapiApp } from '@strapi/strapi/admin';
import { panelTranslations, showLabels } from '../../../../panel';
import { labels } from './labels';

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: labels.id, name: labels.id });
  },
  bootstrap(app: Pick<StrapiApp, 'registerHook' | 'getPlugin'>) {
    showLabels(app, labels);
  },
  registerTrads: panelTranslations(labels),
};
