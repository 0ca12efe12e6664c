import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import type { StrapiApp } from '@strapi/strapi/admin';
import { CheckCircle, Trash } from '@strapi/icons';
import { LIST_COLUMNS_HOOK } from '../../../../strapi-internals/panel/hooks';
import { addUploadHeaders } from '../../../../strapi-internals/panel/upload-routes';
import { apiErrorKey, pluginDescriptionKey, pluginNameKey } from '../../../../strapi-internals/panel/translation-keys';
import { guardedPanel } from './shared/guarded-panel';
import { offerPublishingToPublishers } from './review/publish-action';
import { ReviewFilter } from './review/review-filter';
import { withStateColumn } from './review/state-column';
import { ChecksPanel } from './checks/checks-panel';
import { HistoryPanel } from './history/history-panel';
import { PreviewPanel } from './previews/preview-panel';
import { ReadersPanel } from './withdrawal/readers-panel';
import { UnsavedPanel } from './unsaved/unsaved-panel';
import { ownerHeaders } from './files/owner-headers';
import { PicturesPanel } from './files/pictures-panel';
import { watchFileChanges } from './files/watch-file-changes';
import { MAY_ASSIGN, MAY_READ_AUDIT, MAY_READ_CONTENT } from './shared/permissions';
import { PLUGIN_ID } from './plugin-id';
import { saveUppermostForm } from './unsaved/save-uppermost-form';
import { watchRequests } from './unsaved/watch-requests';
import { withBulkDeleteDialog } from './references/bulk-delete-action';
import { withDeleteDialog } from './references/delete-action';
import { ReviewPanel } from './review/review-panel';
import en from './translations/en.json';
import vi from './translations/vi.json';

const TRANSLATIONS: Record<string, Record<string, string>> = { en, vi };

/** The key of a string in the panel: refusals as they are thrown, the plugin's name and description, its own texts. */
function panelKey(key: string): string {
  if (key.startsWith(apiErrorKey(''))) return key;
  if (key === 'plugin.name') return pluginNameKey(PLUGIN_ID);
  return key === 'plugin.description' ? pluginDescriptionKey(PLUGIN_ID) : `${PLUGIN_ID}.${key}`;
}

const prefixed = (strings: Record<string, string>) =>
  Object.fromEntries(Object.entries(strings).map(([key, text]) => [panelKey(key), text]));

const awaitingWidget = {
  icon: CheckCircle,
  title: { id: `${PLUGIN_ID}.awaiting.title`, defaultMessage: en['awaiting.title'] },
  component: async () => (await import('./review/awaiting-widget')).AwaitingWidget,
  pluginId: PLUGIN_ID,
  id: 'awaiting',
  permissions: [{ action: 'plugin::content-manager.explorer.update', subject: 'plugin::newsroom.article' }],
};

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
    watchRequests();
    watchFileChanges();
    addUploadHeaders(ownerHeaders);
    // Before Strapi's own widgets: editors use it most.
    app.widgets.register((widgets) => [awaitingWidget, ...widgets]);
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}/trash`,
      icon: Trash,
      intlLabel: { id: `${PLUGIN_ID}.trash.title`, defaultMessage: en['trash.title'] },
      permissions: MAY_READ_CONTENT,
      position: 3,
      Component: () => import('./trash/trash-page'),
    });
    app.addSettingsLink(
      { id: PLUGIN_ID, intlLabel: { id: pluginNameKey(PLUGIN_ID), defaultMessage: en['plugin.name'] } },
      [
        {
          id: `${PLUGIN_ID}.people`,
          to: `${PLUGIN_ID}/people`,
          intlLabel: { id: `${PLUGIN_ID}.people.link`, defaultMessage: en['people.link'] },
          permissions: MAY_ASSIGN,
          Component: () => import('./people/people-page'),
        },
        {
          id: `${PLUGIN_ID}.rules`,
          to: `${PLUGIN_ID}/rules`,
          intlLabel: { id: `${PLUGIN_ID}.rules.title`, defaultMessage: en['rules.title'] },
          permissions: MAY_READ_AUDIT,
          Component: () => import('./rules/broken-rules-page'),
        },
      ],
    );
  },

  bootstrap(app: StrapiApp) {
    const contentManager = app.getPlugin('content-manager');
    const { apis } = contentManager as unknown as { apis: ContentManagerPlugin };
    apis.addEditViewSidePanel(
      [UnsavedPanel, PreviewPanel, ReviewPanel, ChecksPanel, PicturesPanel, ReadersPanel, HistoryPanel].map(
        guardedPanel,
      ),
    );
    for (const change of [withDeleteDialog, offerPublishingToPublishers, saveUppermostForm]) {
      apis.addDocumentAction(change);
    }
    apis.addBulkAction(withBulkDeleteDialog);
    contentManager.injectComponent('listView', 'actions', { name: 'review-filter', Component: ReviewFilter });
    app.registerHook(LIST_COLUMNS_HOOK, withStateColumn);
  },

  /** English is the fallback for languages without a file here. */
  async registerTrads({ locales }: { locales: string[] }) {
    return locales.map((locale) => ({ locale, data: prefixed(TRANSLATIONS[locale] ?? en) }));
  },
};
