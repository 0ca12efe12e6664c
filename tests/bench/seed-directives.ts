import { writers } from '../helpers/content';
import type { Newsroom } from '../helpers/newsroom';

/** How many directives the sparse agency has. */
const FEW = 20;

const TYPES = ['QĐ', 'CT', 'KH', 'TB', 'NQ', 'CTr', 'HD'];

/**
 * Fills the newsroom with directives by SQL, from `from` on: each drafted and published, with an issuer, a signer and a file; each
 * tenth replaces an earlier one, each tenth amends one, one in 20 has ended. The agency `it-van-ban` has twenty of them. Triggers are
 * disabled meanwhile, and what they derive is filled at the end.
 */
export async function seedDirectives({ sql, strapi }: Newsroom, from: number, to: number): Promise<void> {
  const rows = async (text: string) => (await sql(text)).map(({ id }) => Number(id));
  const agencies = await rows(`SELECT id FROM agencies WHERE slug LIKE 'co-quan-%' ORDER BY id`);
  const officials = await rows('SELECT id FROM officials ORDER BY id');
  const file = (await writers(strapi).pdf()).id;
  const [few] = await rows(`SELECT id FROM agencies WHERE slug = 'it-van-ban'`);
  const sparse = few ?? Number((await writers(strapi).agency({ slug: 'it-van-ban' })).id);

  await sql('SET session_replication_role = replica');
  await sql(
    `INSERT INTO directives (document_id, locale, slug, number, canonical_number, type, abstract, fields, recipients,
         issued_on, effective_on, expires_on, replaces, amends, agency_ref, signer_ref, created_at, updated_at, published_at)
       SELECT one.document_id, 'vi', 'van-ban-' || n, number, number, type,
              'Về việc đẩy mạnh cải cách thủ tục hành chính, rà soát thời hạn giải quyết hồ sơ ở cơ sở, đợt ' || n,
              'Cải cách hành chính', E'Các sở, ban, ngành\\nLưu: VT', issued_on, issued_on + 10,
              CASE WHEN n % 20 = 0 THEN issued_on + 400 END,
              CASE WHEN n % 10 = 3 THEN jsonb_build_array('van-ban' || lpad((n - 2)::text, 17, '0')) END,
              CASE WHEN n % 10 = 7 THEN jsonb_build_array('van-ban' || lpad((n - 2)::text, 17, '0')) END,
              CASE WHEN n % greatest(1, $2::integer / ${FEW}) = 0 THEN $6::integer
                   ELSE ($3::integer[])[1 + n % cardinality($3::integer[])] END,
              ($4::integer[])[1 + n % cardinality($4::integer[])], now(), now(), CASE WHEN is_published THEN now() END
         FROM generate_series($1::integer, $2::integer) n
        CROSS JOIN LATERAL (
          SELECT 'van-ban' || lpad(n::text, 17, '0') AS document_id, date '2000-01-01' + n % 9000 AS issued_on,
                 ($5::text[])[1 + n % cardinality($5::text[])] AS type) one
        CROSS JOIN LATERAL (SELECT n || '/' || type || '-UBND' AS number) numbered
        CROSS JOIN (VALUES (false), (true)) AS state (is_published)`,
    [from, to, agencies, officials, TYPES, sparse],
  );
  const range = `document_id BETWEEN 'van-ban${String(from).padStart(17, '0')}' AND 'van-ban${String(to).padStart(17, '0')}'`;
  await sql(
    `INSERT INTO public_record.directive_links (directive_id, kind, target, position, source, is_published)
       SELECT id, kind, target, 1, document_id, published_at IS NOT NULL FROM directives
        CROSS JOIN LATERAL (VALUES ('replaces', replaces ->> 0), ('amends', amends ->> 0)) AS link (kind, target)
        WHERE target IS NOT NULL AND ${range}`,
  );
  await sql(
    `INSERT INTO public_record.addresses (of, slug, locale, document_id, public_from)
       SELECT 'directives', slug, locale, document_id, now() FROM directives WHERE published_at IS NOT NULL AND ${range}`,
  );
  await sql(
    `INSERT INTO files_related_mph (file_id, related_id, related_type, field, "order")
       SELECT $1, id, 'plugin::public-record.directive', 'files', 1 FROM directives WHERE ${range}`,
    [file],
  );
  await sql('SET session_replication_role = DEFAULT');
  await sql('VACUUM ANALYZE');
}
