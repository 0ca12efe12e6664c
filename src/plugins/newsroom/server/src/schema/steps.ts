import type { Step } from '../../../../../postgres/versioned-schema';
import { createArticleLinks } from './article-links';
import { keepDepartures } from './departures';
import { indexFileUses, rebuildLinkedFiles } from './file-uses';
import { addRules, dropArticleChecks, reserveListSlugs } from './rules';

/**
 * What release 0.1.0 created at every boot, without a number: created where it is missing, else adopted. The orders that the contract reads have an index each; what Strapi leaves open has a constraint.
 */
const adoptRelease010 = `
  CREATE EXTENSION IF NOT EXISTS btree_gist;

  ALTER TABLE articles ADD COLUMN IF NOT EXISTS category_ref integer, ADD COLUMN IF NOT EXISTS agency_ref integer;
  ALTER TABLE categories ADD COLUMN IF NOT EXISTS parent_ref integer;
  ALTER TABLE latest_news_lists
    ADD COLUMN IF NOT EXISTS category_ref integer, ADD COLUMN IF NOT EXISTS agency_ref integer;
  ALTER TABLE pins ADD COLUMN IF NOT EXISTS list_ref integer;
  -- The pictures of a body: a card would otherwise unpack the body to find the first one.
  ALTER TABLE articles ADD COLUMN IF NOT EXISTS body_figures jsonb
    GENERATED ALWAYS AS (jsonb_path_query_array(body_blocks, '$[*] ? (@.type == "image").image')) STORED;

  CREATE TABLE IF NOT EXISTS newsroom.former_slugs (
    of text NOT NULL,
    slug text NOT NULL,
    document_id text NOT NULL,
    left_on timestamp NOT NULL,
    PRIMARY KEY (of, slug, document_id)
  );

  CREATE TABLE IF NOT EXISTS newsroom.addresses (
    slug text NOT NULL,
    locale text NOT NULL,
    document_id text NOT NULL,
    public_from timestamp NOT NULL,
    left_on timestamp,
    PRIMARY KEY (slug, locale, document_id)
  );
  CREATE INDEX IF NOT EXISTS addresses_of_document ON newsroom.addresses (document_id, locale);

  CREATE TABLE IF NOT EXISTS newsroom.legacy_addresses (
    address_key text NOT NULL,
    locale text NOT NULL,
    document_id text NOT NULL,
    public_from timestamp NOT NULL
  );
  CREATE UNIQUE INDEX IF NOT EXISTS legacy_addresses_known
    ON newsroom.legacy_addresses (md5(address_key), locale, document_id);
  CREATE INDEX IF NOT EXISTS legacy_addresses_of_document ON newsroom.legacy_addresses (document_id, locale);

  CREATE TABLE IF NOT EXISTS newsroom.retractions (
    document_id text NOT NULL,
    locale text NOT NULL,
    category_ref integer,
    agency_ref integer,
    retracted_on timestamp NOT NULL,
    PRIMARY KEY (document_id, locale)
  );
  CREATE INDEX IF NOT EXISTS retractions_newest ON newsroom.retractions (locale, retracted_on);

  CREATE TABLE IF NOT EXISTS newsroom.articles_under (
    kind text NOT NULL CHECK (kind IN ('category', 'agency', 'mention', 'official')),
    ref integer NOT NULL,
    locale text NOT NULL,
    published_on timestamp NOT NULL,
    document_id text NOT NULL,
    article_id integer NOT NULL REFERENCES articles ON DELETE CASCADE,
    expires_on timestamp,
    withdrawn_on timestamp,
    CONSTRAINT articles_under_in_order PRIMARY KEY (kind, ref, locale, published_on, document_id)
      INCLUDE (article_id, expires_on, withdrawn_on)
  );
  CREATE INDEX IF NOT EXISTS articles_under_of_article ON newsroom.articles_under (article_id);

  CREATE UNIQUE INDEX IF NOT EXISTS categories_slug ON categories (slug);
  CREATE UNIQUE INDEX IF NOT EXISTS latest_news_lists_slug ON latest_news_lists (slug, locale);
  CREATE INDEX IF NOT EXISTS pins_next_start ON pins ("from");
  CREATE INDEX IF NOT EXISTS pins_next_end ON pins ("until");
  CREATE UNIQUE INDEX IF NOT EXISTS redirects_from_address ON redirects (newsroom.address_key("from"));

  CREATE UNIQUE INDEX IF NOT EXISTS articles_one_draft ON articles (document_id, locale) WHERE published_at IS NULL;
  CREATE UNIQUE INDEX IF NOT EXISTS articles_one_published
    ON articles (document_id, locale) WHERE published_at IS NOT NULL;
  CREATE UNIQUE INDEX IF NOT EXISTS articles_draft_slug ON articles (slug, locale) WHERE published_at IS NULL;
  CREATE UNIQUE INDEX IF NOT EXISTS articles_published_slug ON articles (slug, locale) WHERE published_at IS NOT NULL;
  CREATE UNIQUE INDEX IF NOT EXISTS articles_legacy_address
    ON articles (md5(newsroom.address_key(legacy_url)), locale) WHERE published_at IS NULL AND legacy_url <> '';
  CREATE INDEX IF NOT EXISTS articles_newest
    ON articles (locale, published_on DESC, document_id DESC) WHERE published_at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS articles_next_embargo ON articles (published_on) WHERE published_at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS articles_next_expiry
    ON articles (expires_on) WHERE published_at IS NOT NULL AND expires_on IS NOT NULL;
  CREATE INDEX IF NOT EXISTS articles_next_withdrawal
    ON articles (withdrawn_on) WHERE published_at IS NOT NULL AND withdrawn_on IS NOT NULL;
  -- By the portal's calendar, for sitemaps, with all that tells whether and when an article changed: the list of months
  -- reads no article.
  CREATE INDEX IF NOT EXISTS articles_by_month ON articles ((published_on + interval '7 hours'))
    INCLUDE (published_on, updated_on, expires_on, withdrawn_on) WHERE published_at IS NOT NULL;

  DO $do$
  DECLARE
    missing record;
  BEGIN
    FOR missing IN
      SELECT * FROM (VALUES
        ('articles', 'articles_published_with_slug',
          $$CHECK (published_at IS NULL OR (slug IS NOT NULL AND slug <> ''))$$),
        ('articles', 'articles_published_with_title', $$CHECK (published_at IS NULL OR title ~ '\\S')$$),
        ('articles', 'articles_corrections_list', $$CHECK (jsonb_typeof(corrections) = 'array')$$),
        -- Years 1900 to 9998 of the portal's calendar: a picker slips out of it, and no display or sum goes beyond.
        ('articles', 'articles_published_on_year',
          $$CHECK (published_on >= '1899-12-31 17:00' AND published_on < '9998-12-31 17:00')$$),
        ('articles', 'articles_updated_on_year',
          $$CHECK (updated_on >= '1899-12-31 17:00' AND updated_on < '9998-12-31 17:00')$$),
        ('articles', 'articles_expires_on_year',
          $$CHECK (expires_on >= '1899-12-31 17:00' AND expires_on < '9998-12-31 17:00')$$),
        -- A place of a list holds one pinned article at a time; an open end is open.
        ('pins', 'pins_apart', $$EXCLUDE USING gist (list_ref WITH =, place WITH =, tsrange("from", "until") WITH &&)$$),
        ('redirects', 'redirects_lead_somewhere', $$CHECK (outcome = 'gone' OR coalesce("to", '') <> '')$$),
        -- The front page, and what the server answers itself, cannot be redirected.
        ('redirects', 'redirects_from_a_portal_page',
          $$CHECK (newsroom.address_key("from") !~ '^/((_health|readyz|metrics|api|admin|uploads|feeds|assets|sitemaps|sitemap(-news)?[.]xml|robots[.]txt|favicon[.]ico)([/?]|$)|[?]|$)') NOT VALID$$)
      ) AS wanted (table_name, name, definition)
      WHERE NOT EXISTS (
        SELECT FROM pg_constraint WHERE conname = wanted.name AND conrelid = wanted.table_name::regclass
      )
    LOOP
      EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I %s', missing.table_name, missing.name, missing.definition);
    END LOOP;
  END $do$`;

/**
 * Names of PostgreSQL's and of content management in place of our own. The triggers of the new names follow the steps.
 * A release 0.1.0 whose role is called `newsroom` created Strapi's records a second time in the schema of that name.
 */
const standardNames = `
  DO $do$ BEGIN
    IF current_schema() <> 'newsroom' THEN
      DROP TABLE IF EXISTS newsroom.strapi_migrations, newsroom.strapi_migrations_internal, newsroom.strapi_database_schema;
    END IF;
  END $do$;

  ALTER TABLE newsroom.articles_under RENAME TO article_listing;
  ALTER TABLE newsroom.article_listing RENAME CONSTRAINT articles_under_in_order TO article_listing_order;
  ALTER TABLE newsroom.article_listing RENAME CONSTRAINT articles_under_kind_check TO article_listing_kind_check;
  ALTER TABLE newsroom.article_listing
    RENAME CONSTRAINT articles_under_article_id_fkey TO article_listing_article_id_fkey;
  ALTER INDEX newsroom.articles_under_of_article RENAME TO article_listing_of_article;

  DO $do$
  DECLARE
    former regprocedure;
  BEGIN
    FOR former IN
      SELECT oid FROM pg_proc
       WHERE pronamespace = 'newsroom'::regnamespace AND proname IN (
         'file_articles', 'file_article', 'file_linked_articles', 'file_nothing_linked', 'heir_slug',
         'enter_address', 'leave_address', 'enter_legacy_address', 'forget_unread_legacy_address',
         'remember_retraction', 'take_back_retraction', 'keep_default_list', 'take_redirect_turn', 'settle_redirect',
         'remember_categories_slug', 'keep_articles_category_ref', 'keep_articles_agency_ref',
         'keep_categories_parent_ref', 'keep_latest_news_lists_category_ref', 'keep_latest_news_lists_agency_ref',
         'keep_pins_list_ref')
    LOOP
      EXECUTE format('DROP FUNCTION %s CASCADE', former);
    END LOOP;
  END $do$`;

/** When an article that was retracted became public again. */
const keepReturns = `
  CREATE TABLE newsroom.returns (
    document_id text NOT NULL,
    locale text NOT NULL,
    returned_on timestamp NOT NULL,
    PRIMARY KEY (document_id, locale)
  )`;

/** Finds addresses that begin like one that was cut short. */
const indexBeginnings =
  'CREATE INDEX addresses_beginning ON newsroom.addresses (slug text_pattern_ops) WHERE left_on IS NULL';

/**
 * Orders of the panel's list of drafts, for a statement that asks for `id > 0` and bounds what it reads by them. Without that
 * condition PostgreSQL would also read the list of an agency with few articles in this order, to its end.
 */
const indexDrafts = `
  CREATE INDEX articles_drafts_newest ON articles (locale, published_on DESC, id) WHERE published_at IS NULL AND id > 0;
  CREATE INDEX articles_drafts_by_title ON articles (locale, title, id) WHERE published_at IS NULL AND id > 0`;

export const steps: readonly Step[] = [
  { number: 1, phase: 'after-sync', sql: adoptRelease010 },
  { number: 2, phase: 'after-sync', sql: standardNames },
  { number: 3, phase: 'after-sync', sql: indexFileUses },
  { number: 4, phase: 'after-sync', sql: addRules },
  { number: 5, phase: 'after-sync', sql: dropArticleChecks },
  { number: 6, phase: 'after-sync', sql: rebuildLinkedFiles },
  { number: 7, phase: 'after-sync', sql: keepReturns },
  { number: 8, phase: 'after-sync', sql: keepDepartures },
  { number: 9, phase: 'after-sync', sql: createArticleLinks },
  { number: 10, phase: 'after-sync', sql: reserveListSlugs },
  { number: 11, phase: 'after-sync', sql: indexBeginnings },
  { number: 12, phase: 'after-sync', sql: indexDrafts },
];
