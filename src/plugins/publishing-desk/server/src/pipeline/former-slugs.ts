import { errors } from '@strapi/utils';
import type { DocumentRow } from '../history/document-rows';
import { tableModel } from '../../../../../strapi-internals/database';
import { ARTICLE } from '../watched-types';
import type { Write } from './write';

/**
 * Refuses a document the former address of another agency's: the old links of that one would lead to this. A slug that
 * the document itself had, or one of its own agency, is free.
 *
 * @throws ValidationError (400) for `slug`
 */
export async function assertFormerSlugs(
  { strapi, trx, uid, before }: Write,
  documentId: string,
  after: DocumentRow[],
): Promise<void> {
  const addresses = ADDRESSES[uid];
  if (!addresses) return;
  const statement = foreignOwner(addresses, tableModel(strapi, uid).tableName);
  const had = new Set(before.map((row) => contentOf(row).slug));
  for (const row of after) {
    const { slug, agency } = contentOf(row);
    if (!slug || had.has(slug)) continue;
    const { rows } = await trx.raw<{ rows: object[] }>(statement, [slug, row.locale, documentId, agency?.[0] ?? null]);
    if (rows.length > 0) throw foreignSlug();
  }
}

/** The addresses that documents of a type had. */
const ADDRESSES: Readonly<Record<string, string>> = {
  [ARTICLE]: 'newsroom.addresses',
  'plugin::public-record.directive': `(SELECT * FROM public_record.addresses WHERE of = 'directives')`,
  'plugin::public-record.programme': `(SELECT * FROM public_record.addresses WHERE of = 'programmes')`,
};

/** Found by the primary key of the addresses. A document that was deleted has no owner. */
const foreignOwner = (addresses: string, table: string): string => `SELECT 1
  FROM ${addresses} address
  JOIN ${table} owner ON owner.document_id = address.document_id AND owner.locale = address.locale
  LEFT JOIN agencies agency ON agency.id = owner.agency_ref
 WHERE address.slug = ? AND address.locale = ? AND address.document_id <> ?
   AND address.left_on IS NOT NULL AND address.public_from <= newsroom.clock()
   AND agency.document_id IS DISTINCT FROM ?
 LIMIT 1`;

const contentOf = ({ content }: DocumentRow) => JSON.parse(content) as { slug?: string | null; agency?: string[] };

function foreignSlug() {
  const message =
    '“Đường dẫn” này từng là địa chỉ của một nội dung thuộc cơ quan khác, và liên kết cũ vẫn dẫn đến đó. Hãy nhập đường dẫn khác.';
  return new errors.ValidationError(message, { errors: [{ path: ['slug'], message, name: 'ValidationError' }] });
}
