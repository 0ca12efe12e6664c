import { ARTICLE, OWNED } from '../watched-types';

/**
 * The SQL of whether the public sees a row of a content type, its title too (contract.md, "What is visible"). Of types
 * that are not owned it is false: their permission to read decides alone.
 */
export const isPublicRow = (uid: string, row: string): string =>
  uid === ARTICLE
    ? `newsroom.is_visible(${row}.published_at, ${row}.published_on, ${row}.expires_on, ${row}.withdrawn_on,
         newsroom.clock())`
    : OWNED.has(uid)
      ? `${row}.published_at IS NOT NULL`
      : 'false';
