/** What waits for somebody, among all articles: a handful. */
export const review = [
  `CREATE INDEX IF NOT EXISTS articles_in_review ON articles (review_state) WHERE review_state IS NOT NULL`,
];
