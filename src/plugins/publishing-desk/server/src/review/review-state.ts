import type { Core } from '@strapi/strapi';
import type { DocumentRow } from '../history/document-rows';
import { OWNED } from '../permissions/owned-types';

const STATES = ['submitted', 'returned', 'approved'] as const;

/** Where a draft stands between its writer and whoever approves it; null while it is written, and once it is public. */
export type ReviewState = (typeof STATES)[number] | null;

/** Gives what agencies own the state of its review, by language. */
export function addReviewStateAttribute(strapi: Core.Strapi): void {
  for (const uid of OWNED) {
    if (!strapi.contentTypes[uid as never]) continue;
    strapi.get('content-types').extend(uid, (type: { attributes: Record<string, unknown> }) => {
      type.attributes.reviewState = {
        type: 'enumeration',
        enum: [...STATES],
        visible: false,
        configurable: false,
        pluginOptions: { i18n: { localized: true } },
      };
    });
  }
}

/** The state of the draft in a language. */
export function reviewStateOf(rows: DocumentRow[], locale: string): ReviewState {
  const draft = rows.find((row) => row.locale === locale && !row.published);
  return draft ? ((JSON.parse(draft.content) as { reviewState?: ReviewState }).reviewState ?? null) : null;
}
