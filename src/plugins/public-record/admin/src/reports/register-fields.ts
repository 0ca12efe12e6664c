import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';

type Loader = () => Promise<{ default: ComponentType }>;

// Strapi's type knows nothing of the props that it passes.
const INPUTS = {
  period: { type: 'string', label: 'Period', Input: (() => import('./period-input')) as unknown as Loader },
  'procedure-rows': {
    type: 'json',
    label: 'Counts of procedures',
    Input: (async () => ({ default: (await import('./rows-input')).ProcedureRowsInput })) as unknown as Loader,
  },
  'exchange-rows': {
    type: 'json',
    label: 'Counts of exchanged documents',
    Input: (async () => ({ default: (await import('./rows-input')).ExchangeRowsInput })) as unknown as Loader,
  },
  correction: { type: 'text', label: 'Correction', Input: (() => import('./correction-input')) as unknown as Loader },
} as const;

/** To be called in the plugin's `register`: the inputs of the custom fields of reports. */
export function registerReportFields(app: Pick<StrapiApp, 'customFields'>, pluginId: string): void {
  for (const name of Object.keys(INPUTS) as (keyof typeof INPUTS)[]) {
    const { type, label: defaultMessage, Input } = INPUTS[name];
    const label = { id: `${pluginId}.report-${name}`, defaultMessage };
    app.customFields.register({
      name,
      pluginId,
      type,
      intlLabel: label,
      intlDescription: label,
      components: { Input },
    });
  }
}
