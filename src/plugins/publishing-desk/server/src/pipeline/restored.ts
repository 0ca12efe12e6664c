import type { DocumentContext } from '../../../../../documents/written-data';

/**
 * The parameter of a create or update that writes a deleted document back: its document id. A symbol, which no request can
 * send.
 */
export const RESTORED = Symbol('restored document');

/** The document that a write brings back; undefined for every other write. */
export const restoredDocument = ({ params }: DocumentContext): string | undefined =>
  (params as { [RESTORED]?: string })[RESTORED];
