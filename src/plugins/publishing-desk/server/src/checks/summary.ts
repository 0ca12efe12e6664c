import type { CheckedArticle, Finding } from './checked-article';

/** An article without a summary. */
export const missingSummary = ({ summary }: CheckedArticle): Finding[] =>
  summary.trim() === '' ? [{ message: 'summary' }] : [];
