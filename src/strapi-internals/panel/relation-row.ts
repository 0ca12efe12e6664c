/** A document that a relation of a form can connect: `id` is its row's. */
type RelationTarget = { id: number; documentId: string; name: string };

/**
 * A newly linked document as Strapi's relation field keeps it in the form, which it offers no function for. The field
 * sorts by `__temp_key__`, keys of fractional-indexing: those of `c` and three digits come after the four thousand
 * that stored relations have, and the field can go on from them.
 *
 * @param type the content type of the document
 * @param place how many are newly linked already
 */
export function relationRow(type: string, { id, documentId, name }: RelationTarget, place: number) {
  return {
    id,
    apiData: { id, documentId, isTemporary: true },
    __temp_key__: `c${String(place).padStart(3, '0')}`,
    name,
    label: name,
    href: `../collection-types/${type}/${documentId}`,
  };
}
