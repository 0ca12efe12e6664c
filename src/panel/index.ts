import type { StrapiApp } from '@strapi/strapi/admin';
import { EDIT_LAYOUT_HOOK, LIST_FILTERS_HOOK } from '../strapi-internals/panel/hooks';
import { fieldHints } from './field-hints';
import { filterLabels } from './filter-labels';
import type { LabelledPlugin } from './labelled-plugin';

export { ErrorBoundary } from './error-boundary';
export { announceFileChange, onFileChange } from './file-changes';
export type { LabelledPlugin } from './labelled-plugin';
export { panelTranslations } from './panel-translations';

/** To be called in a plugin's `bootstrap`: shows the plugin's hints in forms and its labels in filters. */
export function showLabels(app: Pick<StrapiApp, 'registerHook'>, plugin: LabelledPlugin): void {
  app.registerHook(EDIT_LAYOUT_HOOK, fieldHints(plugin));
  app.registerHook(LIST_FILTERS_HOOK, filterLabels(plugin));
}
