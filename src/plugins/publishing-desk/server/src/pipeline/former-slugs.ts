import { errors } from '@strapi/utils';
import type { DocumentRow } from '../history/document-rows';
import { ARTICLE } from '../watched-types';
import type { Write } from './write';

/**
 * Refuses an article the former address of another agency's article: the old links of that one would lead to this. A
 * slug that the article itself had, or one of its own agency, is free.
 *
 * @throws ValidationError (400) for `slug`
 */
export async function assertFormerSlugs(
  { trx, uid, before }: Write,
  documentId: string,
  after: DocumentRow[],
): Promise<void> {
  if (uid !== ARTICLE) return;
  const had = new Set(before.map((row) => contentOf(row).slug));
  for (const row of after) {
    const { slug, agency } = contentOf(row);
    if (!slug || had.has(slug)) continue;
    const { rows } = await trx.raw<{ rows: object[] }>(FOREIGN_OWNER, [
      slug,
      row.locale,
      documentId,
      agency?.[0] ?? null,
    ]);
    if (rows.length > 0) throw foreignSlug();
  }
}

/** Found by the primary key of newsroom.addresses. An article that was deleted has no owner. */
const FOREIGN_OWNER = `SELECT 1
  FROM newsroom.addresses address
  JOIN articles owner ON owner.document_id = address.document_id AND owner.locale = address.locale
  LEFT JOIN agencies agency ON agency.id = owner.agency_ref
 WHERE address.slug = ? AND address.locale = ? AND address.document_id <> ?
   AND address.left_on IS NOT NULL AND address.public_from <= newsroom.clock()
   AND agency.document_id IS DISTINCT FROM ?
 LIMIT 1`;

const contentOf = ({ content }: DocumentRow) => JSON.parse(content) as { slug?: string | null; agency?: string[] };

function foreignSlug() {
  const message =
    '“Đường dẫn” này từng là địa chỉ của một bài thuộc cơ quan khác, và liên kết cũ vẫn dẫn đến bài ấy. Hãy nhập đường dẫn khác.';
  return new errors.ValidationError(message, { errors: [{ path: ['slug'], message, name: 'ValidationError' }] });
}
