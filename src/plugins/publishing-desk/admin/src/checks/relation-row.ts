import type { RelationLink } from './use-checks';

const TARGETS = { officials: 'plugin::directory.official', agencies: 'plugin::directory.agency' };

/**
 * A newly linked document as Strapi's relation field keeps it in the form, which it offers no function for. The field
 * sorts by `__temp_key__`, keys of fractional-indexing: those of `c` and three digits come after the four thousand
 * that stored relations have, and the field can go on from them.
 *
 * @param place how many are newly linked already
 */
export function relationRow({ field, id, documentId, name }: RelationLink, place: number) {
  return {
    id,
    apiData: { id, documentId, isTemporary: true },
    __temp_key__: `c${String(place).padStart(3, '0')}`,
    name,
    label: name,
    href: `../collection-types/${TARGETS[field]}/${documentId}`,
  };
}
