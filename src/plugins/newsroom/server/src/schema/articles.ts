const PUBLISHED = 'published_at IS NOT NULL';
const DRAFT = 'published_at IS NULL';

/**
 * What Strapi leaves open on articles: one draft and one published row of a document in a locale, one slug, an old
 * address only once; and an index for each order that the contract reads.
 */
export const articles = [
  `CREATE UNIQUE INDEX IF NOT EXISTS articles_one_draft ON articles (document_id, locale) WHERE ${DRAFT}`,
  `CREATE UNIQUE INDEX IF NOT EXISTS articles_one_published ON articles (document_id, locale) WHERE ${PUBLISHED}`,
  `CREATE UNIQUE INDEX IF NOT EXISTS articles_draft_slug ON articles (slug, locale) WHERE ${DRAFT}`,
  `CREATE UNIQUE INDEX IF NOT EXISTS articles_published_slug ON articles (slug, locale) WHERE ${PUBLISHED}`,
  `CREATE UNIQUE INDEX IF NOT EXISTS articles_legacy_url ON articles (lower(legacy_url), locale) WHERE ${DRAFT}`,

  `CREATE INDEX IF NOT EXISTS articles_newest
     ON articles (locale, published_on DESC, document_id DESC) WHERE ${PUBLISHED}`,
  `CREATE INDEX IF NOT EXISTS articles_newest_of_category
     ON articles (category_ref, locale, published_on DESC, document_id DESC) WHERE ${PUBLISHED}`,
  `CREATE INDEX IF NOT EXISTS articles_newest_of_agency
     ON articles (agency_ref, locale, published_on DESC, document_id DESC) WHERE ${PUBLISHED}`,
  `CREATE INDEX IF NOT EXISTS articles_next_embargo ON articles (published_on) WHERE ${PUBLISHED}`,
  `CREATE INDEX IF NOT EXISTS articles_next_expiry
     ON articles (expires_on) WHERE ${PUBLISHED} AND expires_on IS NOT NULL`,
];
