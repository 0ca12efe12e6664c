import type { Core } from '@strapi/strapi';
import { addAttributes } from '../../../../../strapi-internals/content-types';
import { tableModel } from '../../../../../strapi-internals/database';
import type { DocumentRow } from '../history/document-rows';
import type { Transaction } from '../transaction';
import { OWNED, ownedTypes } from '../watched-types';

const STATES = ['submitted', 'returned', 'approved'] as const;

/** The state of a draft's review; null while it is written, and once it is published. */
export type ReviewState = (typeof STATES)[number] | null;

/** Gives the types that are reviewed the state of the review, by locale. */
export function addReviewStateAttribute(strapi: Core.Strapi): void {
  for (const uid of ownedTypes(strapi)) {
    addAttributes(strapi, uid, {
      reviewState: {
        type: 'enumeration',
        enum: [...STATES],
        visible: false,
        configurable: false,
        pluginOptions: { i18n: { localized: true } },
      },
    });
  }
}

/** The state of the draft in a locale. */
export function reviewStateOf(rows: DocumentRow[], locale: string): ReviewState {
  const draft = rows.find((row) => row.locale === locale && !row.published);
  return draft ? ((JSON.parse(draft.content) as { reviewState?: ReviewState }).reviewState ?? null) : null;
}

type Reviewed = { type: string; documentId: string | null; locales: readonly (string | null)[] };

/** Ends the review of a document in some locales, where it is in one of these states; of a type without reviews, nothing. */
export async function endReview(
  strapi: Core.Strapi,
  trx: Transaction,
  { type, documentId, locales }: Reviewed,
  states: readonly ReviewState[] = STATES,
): Promise<void> {
  if (!OWNED.has(type) || locales.length === 0) return;
  await trx.raw(
    `UPDATE ${tableModel(strapi, type).tableName} SET review_state = NULL
      WHERE document_id = ? AND coalesce(locale, '') = ANY(?::text[]) AND review_state = ANY(?::text[])`,
    [documentId, [...locales], [...states]],
  );
}
