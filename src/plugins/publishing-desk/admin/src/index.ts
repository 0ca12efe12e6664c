import type { StrapiApp } from '@strapi/strapi/admin';
import { panelTranslations } from '../../../../panel';
import { labels } from './labels';

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: labels.id, name: labels.id });
  },
  registerTrads: panelTranslations(labels),
};
