import type { StrapiApp } from '@strapi/strapi/admin';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import type { ComponentType } from 'react';
import { LIST_COLUMNS_HOOK, LIST_FILTERS_HOOK } from '../../strapi-internals/panel/hooks';
import type { LabelledPlugin } from '../labelled-plugin';
import { timeColumns, timeFilters } from './list-hooks';
import { refuseUnreadable } from './refuse-unreadable';

type Loader = () => Promise<{ default: ComponentType }>;

// Strapi's type knows nothing of the props that it passes.
const INPUTS = {
  date: (() => import('./day-input')) as unknown as Loader,
  datetime: (() => import('./instant-input')) as unknown as Loader,
};
const LABELS = { date: 'Date', datetime: 'Date and time' };

/**
 * To be called in a plugin's `register`: the input of its custom field `date` or `datetime`, whose server half has the
 * same name. The column is that of Strapi's type of that name.
 */
export function registerTimeField(
  app: Pick<StrapiApp, 'customFields'>,
  pluginId: string,
  name: keyof typeof INPUTS,
): void {
  const label = { id: `${pluginId}.${name}`, defaultMessage: LABELS[name] };
  app.customFields.register({
    name,
    pluginId,
    type: name,
    intlLabel: label,
    intlDescription: label,
    components: { Input: INPUTS[name] },
  });
}

/**
 * To be called in a plugin's `bootstrap`: a form whose day or time cannot be read is not sent, and the lists of the
 * plugin's types filter and show days and times as the forms do.
 */
export function guardTimeFields(app: Pick<StrapiApp, 'registerHook' | 'getPlugin'>, plugin: LabelledPlugin): void {
  const { apis } = app.getPlugin('content-manager') as unknown as { apis: ContentManagerPlugin };
  apis.addDocumentAction(refuseUnreadable);
  app.registerHook(LIST_FILTERS_HOOK, timeFilters(plugin));
  app.registerHook(LIST_COLUMNS_HOOK, timeColumns(plugin));
}
