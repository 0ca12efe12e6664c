import { categoryTreeLockKey } from '../../../../../postgres/lock-keys';
import { deferredRules, type DataRule } from '../../../../../postgres/data-rules';

/** A slug that a browser would resolve as a step in a path. */
const pathSteps = (table: string): DataRule => ({
  constraint: `${table}_slug_no_step`,
  table,
  broken: `here.slug IN ('.', '..')`,
});

/** Rules that hold at the end of a transaction. */
const deferred = [
  {
    constraint: 'categories_not_under_itself',
    table: 'categories',
    broken: 'newsroom.category_is_under_itself(here.id)',
    lock: categoryTreeLockKey,
  },
  { constraint: 'pins_in_list', table: 'pins', broken: 'here.list_ref IS NULL' },
  {
    constraint: 'pins_of_article',
    table: 'pins',
    broken: 'NOT EXISTS (SELECT FROM pins_article_lnk link WHERE link.pin_id = here.id)',
  },
] as const;

/**
 * Rules of articles, which hold whenever one of these columns is written. A CHECK constraint would also refuse every other
 * change of an older row, and its published row changes with each save of the draft that mends it.
 */
const ofArticles = [
  { ...pathSteps('articles'), columns: 'slug' },
  {
    constraint: 'articles_expire_after_publication',
    table: 'articles',
    broken: 'here.expires_on <= here.published_on',
    columns: 'published_on, expires_on',
  },
];

/** Feeds of another kind have these names: `/feeds/directives`, `/feeds/en/…`. */
const reservedSlugs = {
  constraint: 'latest_news_lists_slug_reserved',
  table: 'latest_news_lists',
  broken: `lower(here.slug) IN ('directives', 'en')`,
};

export const rules: readonly DataRule[] = [
  ...deferred,
  ...ofArticles,
  ...['categories', 'latest_news_lists'].map(pathSteps),
  reservedSlugs,
];

export const ruleDefinitions = {
  functions: [
    `CREATE OR REPLACE FUNCTION newsroom.category_is_under_itself(category integer) RETURNS boolean
   LANGUAGE sql STABLE PARALLEL SAFE AS $$
     WITH RECURSIVE above AS (
       SELECT parent_ref AS id FROM categories WHERE id = category
       UNION
       SELECT parent.parent_ref FROM above JOIN categories parent ON parent.id = above.id
     )
     SELECT EXISTS (SELECT FROM above WHERE id = category) $$`,

    ...deferredRules('newsroom', deferred).functions,

    `CREATE OR REPLACE FUNCTION newsroom.refuse_row() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION 'a row of % breaks the rule %', TG_TABLE_NAME, TG_ARGV[0]
       USING ERRCODE = 'check_violation', CONSTRAINT = TG_ARGV[0];
   END $$`,
  ],

  triggers: ofArticles.map(
    ({ constraint, broken, columns }) => `CREATE OR REPLACE TRIGGER ${constraint}
     AFTER INSERT OR UPDATE OF ${columns} ON articles
     FOR EACH ROW WHEN (${broken.replaceAll('here.', 'NEW.')}) EXECUTE FUNCTION newsroom.refuse_row('${constraint}')`,
  ),
};

/** A step: the constraints of the rules. Rows that break them stay as they are. */
export const addRules = `
  ALTER TABLE articles
    ADD CONSTRAINT articles_slug_no_step CHECK (slug NOT IN ('.', '..')) NOT VALID,
    ADD CONSTRAINT articles_expire_after_publication CHECK (expires_on > published_on) NOT VALID;
  ALTER TABLE categories ADD CONSTRAINT categories_slug_no_step CHECK (slug NOT IN ('.', '..')) NOT VALID;
  ALTER TABLE latest_news_lists
    ADD CONSTRAINT latest_news_lists_slug_no_step CHECK (slug NOT IN ('.', '..')) NOT VALID;

  CREATE CONSTRAINT TRIGGER categories_not_under_itself AFTER UPDATE OF parent_ref ON categories
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION newsroom.check_categories_not_under_itself('id');

  CREATE CONSTRAINT TRIGGER pins_in_list AFTER INSERT OR UPDATE OF list_ref ON pins
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION newsroom.check_pins_in_list('id');
  CREATE CONSTRAINT TRIGGER pins_of_article AFTER INSERT ON pins
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION newsroom.check_pins_of_article('id');
  CREATE CONSTRAINT TRIGGER pins_of_article AFTER UPDATE OR DELETE ON pins_article_lnk
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION newsroom.check_pins_of_article('pin_id')`;

/** A step: rules of articles are held by triggers. */
export const dropArticleChecks = `
  ALTER TABLE articles
    DROP CONSTRAINT articles_slug_no_step,
    DROP CONSTRAINT articles_expire_after_publication`;

/** A step: slugs of lists that are names of other feeds. */
export const reserveListSlugs = `
  ALTER TABLE latest_news_lists
    ADD CONSTRAINT latest_news_lists_slug_reserved CHECK (lower(slug) NOT IN ('directives', 'en')) NOT VALID`;
