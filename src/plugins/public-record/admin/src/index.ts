import { ChartPie, ListSearch, Upload } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { panelTranslations, showLabels } from '../../../../panel';
import { guardTimeFields, registerTimeField } from '../../../../panel/time-fields';
import { registerCustomFields } from './custom-fields';
import { labels } from './labels';
import { messagesIn } from './messages';
import { registerProgrammeFields } from './programmes/register-fields';
import { REPORT_TYPES } from './reports/document-types';
import { registerReportFields } from './reports/register-fields';
import { reportWordsIn } from './reports/words';
import { valueLabels } from './value-labels';

/** Whoever may create directives may import them. */
const MAY_IMPORT = [{ action: 'plugin::content-manager.explorer.create', subject: 'plugin::public-record.directive' }];

const reports = (action: string) =>
  Object.values(REPORT_TYPES).map((subject) => ({ action: `plugin::content-manager.explorer.${action}`, subject }));

const GAPS_TITLE = `${labels.id}.gaps.title`;

const IMPORT_TITLE = `${labels.id}.import.title`;
const REPORTS_TITLE = `${labels.id}.reports.title`;

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: labels.id, name: labels.id });
    registerTimeField(app, labels.id, 'date');
    registerCustomFields(app);
    registerProgrammeFields(app, labels.id);
    registerReportFields(app, labels.id);
    app.addMenuLink({
      to: `plugins/${labels.id}/import`,
      icon: Upload,
      intlLabel: { id: IMPORT_TITLE, defaultMessage: messagesIn('en')['import.title'] },
      permissions: MAY_IMPORT,
      position: 4,
      Component: () => import('./import/import-page'),
    });
    app.addMenuLink({
      to: `plugins/${labels.id}/gaps`,
      icon: ListSearch,
      intlLabel: { id: GAPS_TITLE, defaultMessage: reportWordsIn('en').gaps },
      permissions: reports('read'),
      position: 4,
      Component: () => import('./reports/gaps-page'),
    });
    app.addMenuLink({
      to: `plugins/${labels.id}/report-import`,
      icon: ChartPie,
      intlLabel: { id: REPORTS_TITLE, defaultMessage: messagesIn('en')['reports.title'] },
      permissions: reports('create'),
      position: 5,
      Component: () => import('./report-import/report-import-page'),
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
      data: {
        ...data,
        ...valueLabels(locale),
        [IMPORT_TITLE]: messagesIn(locale)['import.title'],
        [GAPS_TITLE]: reportWordsIn(locale).gaps,
        [REPORTS_TITLE]: messagesIn(locale)['reports.title'],
      },
    }));
  },
};
