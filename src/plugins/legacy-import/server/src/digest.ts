import { createHash } from 'node:crypto';

/** SHA-256 of bytes, or of a value as JSON: what two equal contents share. */
export const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(value instanceof Uint8Array ? value : JSON.stringify(value ?? null))
    .digest('hex');

/** The value with the keys of its objects in order: PostgreSQL's jsonb gives them back in an order of its own. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
