import { Search } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { panelTranslations, showLabels } from '../../../../panel';
import { EDIT_LAYOUT_HOOK } from '../../../../strapi-internals/panel/hooks';
import { showFoundRelations } from '../../../../strapi-internals/panel/relation-options';
import { labels } from './labels';
import { noResultWordsIn } from './no-results/words';

const NO_RESULTS_TITLE = `${labels.id}.no-results.title`;

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: labels.id, name: labels.id });
    app.addMenuLink({
      to: `plugins/${labels.id}/no-results`,
      icon: Search,
      intlLabel: { id: NO_RESULTS_TITLE, defaultMessage: noResultWordsIn('en').title },
      permissions: [{ action: 'plugin::portal-search.no-result-searches.read', subject: null }],
      position: 6,
      Component: () => import('./no-results/no-results-page'),
    });
  },
  bootstrap(app: Pick<StrapiApp, 'registerHook' | 'getPlugin'>) {
    showLabels(app, labels);
    app.registerHook(EDIT_LAYOUT_HOOK, showFoundRelations);
  },
  async registerTrads(given: { locales: string[] }) {
    const translations = await panelTranslations(labels)(given);
    return translations.map(({ locale, data }) => ({
      locale,
      data: { ...data, [NO_RESULTS_TITLE]: noResultWordsIn(locale).title },
    }));
  },
};
