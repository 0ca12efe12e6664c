import { articleModel } from './article';

/**
 * One article's saved draft, as it would be shown if it were published now: what a draft may still lack (a title, a
 * slug, the time of its publication) stands in as publishing would have it. Null without a draft.
 * Found by articles_one_draft.
 */
export function draftArticle(locale: string, documentId: string, cites: string | null) {
  const draft = `LATERAL (
      SELECT draft.id, draft.document_id, draft.locale, coalesce(draft.slug, draft.document_id) AS slug,
        coalesce(draft.title, '') AS title, draft.summary,
        coalesce(draft.published_on, date_trunc('milliseconds', clock.now)) AS published_on, draft.updated_on,
        draft.category_ref, draft.agency_ref, draft.body_blocks, draft.body_figures, draft.body_html, draft.body_text, draft.author,
        draft.source_name, draft.source_url, draft.legacy_url, draft.corrections,
        draft.withdrawn_on, draft.withdrawal_outcome, draft.withdrawal_reason
      FROM articles draft
      WHERE draft.document_id = $2 AND draft.locale = $1 AND draft.published_at IS NULL
    )`;
  return { text: articleModel(draft, 'true', cites), values: [locale, documentId] };
}
