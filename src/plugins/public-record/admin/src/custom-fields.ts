import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';
import { labels } from './labels';

type Loader = () => Promise<{ default: ComponentType }>;

// Strapi's type knows nothing of the props that it passes.
const INPUTS = {
  directives: { type: 'json', Input: (() => import('./directives-input')) as unknown as Loader },
  'document-type': { type: 'string', Input: (() => import('./document-type-input')) as unknown as Loader },
} as const;
const NAMES = { directives: 'Directives', 'document-type': 'Document type' };

/** The inputs of the custom fields `directives`, a list of document ids, and `document-type`, an abbreviation. */
export function registerCustomFields(app: Pick<StrapiApp, 'customFields'>): void {
  for (const name of ['directives', 'document-type'] as const) {
    const label = { id: `${labels.id}.${name}`, defaultMessage: NAMES[name] };
    const { type, Input } = INPUTS[name];
    app.customFields.register({
      name,
      pluginId: labels.id,
      type,
      intlLabel: label,
      intlDescription: label,
      components: { Input },
    });
  }
}
