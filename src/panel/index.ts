import type { StrapiApp } from '@strapi/strapi/admin';
import { EDIT_LAYOUT_HOOK, fieldHints } from './field-hints';
import { filterLabels, LIST_FILTERS_HOOK } from './filter-labels';
import type { LabelledPlugin } from './labelled-plugin';

export { ErrorBoundary } from './error-boundary';
export type { LabelledPlugin } from './labelled-plugin';
export { panelTranslations } from './panel-translations';

/** Called in a plugin's `bootstrap`: hints in the forms and names of the filters, from the plugin's strings. */
export function showLabels(app: Pick<StrapiApp, 'registerHook'>, plugin: LabelledPlugin): void {
  app.registerHook(EDIT_LAYOUT_HOOK, fieldHints(plugin));
  app.registerHook(LIST_FILTERS_HOOK, filterLabels(plugin));
}
