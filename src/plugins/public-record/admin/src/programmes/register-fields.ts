import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';

type Loader = () => Promise<{ default: ComponentType }>;

// Strapi's type knows nothing of the props that it passes.
const INPUTS = {
  year: (() => import('./year-field')) as unknown as Loader,
  targets: (() => import('./targets-input')) as unknown as Loader,
  tasks: (async () => ({ default: (await import('./measures-input')).TasksInput })) as unknown as Loader,
  solutions: (async () => ({ default: (await import('./measures-input')).SolutionsInput })) as unknown as Loader,
  projects: (() => import('./projects-input')) as unknown as Loader,
  reports: (() => import('./reports-input')) as unknown as Loader,
};
const LABELS: Record<keyof typeof INPUTS, string> = {
  year: 'Year',
  targets: 'Targets of a programme',
  tasks: 'Tasks of a programme',
  solutions: 'Solutions of a programme',
  projects: 'Projects of a programme',
  reports: 'Status reports of a programme',
};

/** To be called in the plugin's `register`: the inputs of the custom fields of programmes. */
export function registerProgrammeFields(app: Pick<StrapiApp, 'customFields'>, pluginId: string): void {
  for (const name of Object.keys(INPUTS) as (keyof typeof INPUTS)[]) {
    const label = { id: `${pluginId}.programme-${name}`, defaultMessage: LABELS[name] };
    app.customFields.register({
      name,
      pluginId,
      type: name === 'year' ? 'integer' : 'json',
      intlLabel: label,
      intlDescription: label,
      components: { Input: INPUTS[name] },
    });
  }
}
