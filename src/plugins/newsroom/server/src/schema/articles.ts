import { addConstraint } from '../../../../../postgres/add-constraint';

const PUBLISHED = 'published_at IS NOT NULL';
const DRAFT = 'published_at IS NULL';

/** Years 1900 to 9998 of the portal's calendar: what a picker slips into, and no display or sum can go beyond. */
const reachable = (column: string) =>
  addConstraint(
    'articles',
    `articles_${column}_year`,
    `CHECK (${column} >= '1899-12-31 17:00' AND ${column} < '9998-12-31 17:00')`,
  );

/**
 * What Strapi leaves open on articles: one draft and one published row of a document in a locale, one slug, an old
 * address only once, what a reader is shown in a shape that can be shown; and an index for each order that the
 * contract reads.
 */
export const articles = [
  `CREATE UNIQUE INDEX IF NOT EXISTS articles_one_draft ON articles (document_id, locale) WHERE ${DRAFT}`,
  `CREATE UNIQUE INDEX IF NOT EXISTS articles_one_published ON articles (document_id, locale) WHERE ${PUBLISHED}`,
  `CREATE UNIQUE INDEX IF NOT EXISTS articles_draft_slug ON articles (slug, locale) WHERE ${DRAFT}`,
  `CREATE UNIQUE INDEX IF NOT EXISTS articles_published_slug ON articles (slug, locale) WHERE ${PUBLISHED}`,
  `DROP INDEX IF EXISTS articles_legacy_url`,
  `CREATE UNIQUE INDEX IF NOT EXISTS articles_legacy_address
     ON articles (md5(newsroom.address_key(legacy_url)), locale) WHERE ${DRAFT} AND legacy_url <> ''`,

  addConstraint('articles', 'articles_published_with_slug', `CHECK (${DRAFT} OR (slug IS NOT NULL AND slug <> ''))`),
  addConstraint('articles', 'articles_published_with_title', `CHECK (${DRAFT} OR title ~ '\\S')`),
  addConstraint('articles', 'articles_corrections_list', `CHECK (jsonb_typeof(corrections) = 'array')`),
  ...['published_on', 'updated_on', 'expires_on'].map(reachable),

  `CREATE INDEX IF NOT EXISTS articles_newest
     ON articles (locale, published_on DESC, document_id DESC) WHERE ${PUBLISHED}`,
  // The figures of a body, for whoever needs no more of it: a card would unpack twenty bodies for their first pictures.
  // Looked for first, since ALTER TABLE stops all readers before it looks.
  `DO $do$ BEGIN
     IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'articles'::regclass AND attname = 'body_figures') THEN
       ALTER TABLE articles ADD COLUMN body_figures jsonb
         GENERATED ALWAYS AS (jsonb_path_query_array(body_blocks, '$[*] ? (@.type == "image").image')) STORED;
     END IF;
   END $do$`,

  // What lists of a category or an agency read is newsroom.articles_under.
  `DROP INDEX IF EXISTS articles_newest_of_category`,
  `DROP INDEX IF EXISTS articles_newest_of_agency`,
  `CREATE INDEX IF NOT EXISTS articles_next_embargo ON articles (published_on) WHERE ${PUBLISHED}`,
  // By the portal's clock, for sitemaps. It holds all that tells whether and when an article changed, so that a list of
  // months reads no article.
  `CREATE INDEX IF NOT EXISTS articles_by_month ON articles ((published_on + interval '7 hours'))
     INCLUDE (published_on, updated_on, expires_on, withdrawn_on) WHERE ${PUBLISHED}`,
  `CREATE INDEX IF NOT EXISTS articles_next_expiry
     ON articles (expires_on) WHERE ${PUBLISHED} AND expires_on IS NOT NULL`,
  `CREATE INDEX IF NOT EXISTS articles_next_withdrawal
     ON articles (withdrawn_on) WHERE ${PUBLISHED} AND withdrawn_on IS NOT NULL`,
];
