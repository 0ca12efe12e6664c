import { createHash } from 'node:crypto';

/** Of this project alone: names in it meet no others. */
const NAMESPACE = Buffer.from('5d0f7a0e3c1f4e0f9a8bd3f0c2a4e671', 'hex');

/**
 * The permanent id of an entry or a feed: `urn:uuid:` with the name-based UUID (RFC 9562, version 5) of its immutable
 * attributes, such as a document id and a language. Not of a slug or an address, since those may change.
 */
export function permanentId(...parts: string[]): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(parts.join(' ')).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return `urn:uuid:${bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5')}`;
}
