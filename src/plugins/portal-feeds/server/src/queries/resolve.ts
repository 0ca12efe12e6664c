import type { Address } from '../../../../../contract';
import { instantText } from '../../../../../postgres/instant-text';
import { secondsToNextChange, type Timed } from './next-change';

/** A type whose documents have pages. */
export type AddressType = Exclude<Address['type'], 'collection' | 'page'>;

/** A type of documents of another plugin that have pages on the portal. */
export type RegisteredAddressType = {
  type: AddressType;
  /** The path of a page, `/van-ban/{slug}`, unless the option `patterns` has another. */
  pattern: string;
  /** The path of the contract's operation that shows one, without the slug: `directives`. */
  collection: string;
  /**
   * A SELECT for the slug `asked.slug` in the language `asked.locale`: `outcome` (`current`, `moved` or `gone`), `locale`,
   * `slug` (the present one, null where it is gone), `left_on` (null of a current one) and `public_from`, both UTC.
   */
  sql: string;
};

/** An address to resolve: a slug (of one type, where that is known) in a language, and whole addresses. */
export type RequestedAddress = {
  type: AddressType | null;
  slug: string | null;
  locale: string;
  /** By which redirects and addresses of the old portal are found, in any spelling; a bare slug has several. */
  addresses: string[];
};

/**
 * The resolution of an address. `to` is the target of an editor's redirect, a path of the portal; `type`, `slug` and
 * `locale` are then null. `slug` is null for a page that was removed. Null for an address that was never public.
 */
export type AddressModel =
  | ({
      outcome: 'current' | 'moved' | 'gone';
      type: AddressType | null;
      locale: string | null;
      slug: string | null;
      to: string | null;
      reason: string | null;
      on: string | null;
    } & Timed)
  | null;

/** Types that are always public, and one row a document: a slug is its row's, or one that a row left. */
const rowsOf = (type: AddressType, table: string, formerSlugs: string): string => `
  SELECT '${type}' AS type, 1 AS standing, 'current' AS outcome, here.slug, NULL::timestamp AS left_on
    FROM asked JOIN ${table} here ON here.slug = asked.slug WHERE coalesce(asked.type, '${type}') = '${type}'
  UNION ALL
  SELECT '${type}', 3, CASE WHEN here.id IS NULL THEN 'gone' ELSE 'moved' END, here.slug, former.left_on
    FROM asked JOIN ${formerSlugs} former ON former.of = '${table}' AND former.slug = asked.slug
    LEFT JOIN ${table} here ON here.document_id = former.document_id
   WHERE coalesce(asked.type, '${type}') = '${type}'`;

const registeredRows = ({ type, sql }: Pick<RegisteredAddressType, 'type' | 'sql'>): string => `
      UNION ALL
      SELECT '${type}', CASE there.outcome WHEN 'current' THEN 1 ELSE 3 END, there.outcome, there.locale, there.slug, NULL,
             NULL, CASE WHEN there.outcome <> 'current' THEN there.left_on END, there.left_on, there.public_from, true
        FROM asked CROSS JOIN LATERAL (${sql}) there
       WHERE coalesce(asked.type, '${type}') = '${type}'`;

const state = (row: string): string =>
  `${row}.published_at, ${row}.published_on, ${row}.expires_on, ${row}.withdrawn_on`;

/**
 * The resolution of an address, the first of: its current page; an editor's redirect; its last former page. An article
 * that is embargoed again is treated like one that was never public.
 *
 * Found by the primary keys of newsroom.addresses and former_slugs, articles_one_published, legacy_addresses_known,
 * redirects_from_address, the slugs' unique indexes and those of the registered types.
 *
 * @param registered the types of other plugins
 */
export function resolve(
  locale: string,
  requested: RequestedAddress,
  registered: readonly Pick<RegisteredAddressType, 'type' | 'sql'>[],
) {
  const text = `
    WITH clock AS (SELECT newsroom.clock() AS now),
    asked AS (
      SELECT $2::text AS type, CASE WHEN EXISTS (SELECT FROM i18n_locale WHERE code = $4) THEN $3::text END AS slug,
             $4::text AS locale, ARRAY(SELECT newsroom.address_key(one) FROM unnest($5::text[]) one) AS address_keys
    ),
    known AS (
      SELECT address.document_id, address.locale, address.slug, address.left_on, address.public_from
        FROM clock, asked JOIN newsroom.addresses address ON address.slug = asked.slug AND address.locale = asked.locale
       WHERE coalesce(asked.type, 'article') = 'article' AND address.public_from <= clock.now
      UNION ALL
      SELECT legacy.document_id, legacy.locale, NULL, NULL, legacy.public_from
        FROM clock, asked JOIN newsroom.legacy_addresses legacy
          ON md5(legacy.address_key) = ANY(SELECT md5(one) FROM unnest(asked.address_keys) one)
       WHERE legacy.public_from <= clock.now
    ),
    articles_there AS (
      SELECT CASE WHEN target.slug IS NULL THEN 'gone' WHEN target.slug = known.slug THEN 'current' ELSE 'moved' END
               AS outcome,
             known.locale, target.slug, known.left_on, known.public_from,
             known.slug IS NOT NULL OR newsroom.address_key(a.legacy_url) = ANY(asked.address_keys) AS is_still,
             CASE WHEN a.withdrawn_on <= clock.now THEN a.withdrawal_reason END AS reason,
             CASE WHEN a.id IS NULL THEN coalesce(known.left_on, (
                    SELECT max(left_on) FROM newsroom.addresses last
                     WHERE last.document_id = known.document_id AND last.locale = known.locale))
                  WHEN a.slug <> known.slug THEN known.left_on
                  WHEN target.slug = a.slug THEN NULL
                  WHEN a.withdrawn_on <= clock.now THEN a.withdrawn_on
                  ELSE a.expires_on END AS "on"
        FROM clock CROSS JOIN asked CROSS JOIN known
        LEFT JOIN articles a
          ON a.document_id = known.document_id AND a.locale = known.locale AND a.published_at IS NOT NULL
        LEFT JOIN LATERAL (
          SELECT here.slug FROM articles here
           WHERE here.id = a.id AND newsroom.is_readable(${state('here')}, here.withdrawal_outcome, clock.now)
           UNION ALL
          SELECT newsroom.successor_slug(a.moved_to, a.locale, clock.now)
           WHERE a.withdrawn_on <= clock.now AND a.withdrawal_outcome = 'moved'
           LIMIT 1
        ) target ON true
       WHERE a.id IS NULL OR a.published_on <= clock.now
    ),
    found AS (
      SELECT 'article' AS type, CASE outcome WHEN 'current' THEN 1 ELSE 3 END AS standing, outcome, locale, slug,
             NULL AS "to", reason, "on", left_on, public_from, is_still
        FROM articles_there
      UNION ALL
      SELECT NULL, 2, redirect.outcome, NULL, NULL, redirect."to", redirect.reason, redirect."on", NULL, NULL, true
        FROM clock, asked JOIN redirects redirect ON newsroom.address_key(redirect."from") = ANY(asked.address_keys)
       WHERE redirect."on" IS NULL OR redirect."on" <= clock.now
      UNION ALL
      SELECT type, standing, outcome, $4, slug, NULL, NULL, left_on, left_on, NULL, true FROM (
        ${rowsOf('category', 'categories', 'newsroom.former_slugs')}
        UNION ALL
        ${rowsOf('agency', 'agencies', 'directory.former_slugs')}
        UNION ALL
        ${rowsOf('official', 'officials', 'directory.former_slugs')}
      ) row
      ${registered.map(registeredRows).join('')}
    )
    SELECT json_build_object('outcome', outcome, 'type', type, 'locale', found.locale, 'slug', slug, 'to', "to",
      'reason', reason, 'on', ${instantText('"on"')}, ${secondsToNextChange}) AS model
      FROM found
     ORDER BY standing, (found.locale = $4) DESC, is_still DESC NULLS LAST, left_on DESC NULLS FIRST, (outcome = 'moved') DESC,
       public_from DESC NULLS LAST, type
     LIMIT 1`;
  return { text, values: [locale, requested.type, requested.slug, requested.locale, requested.addresses] };
}
