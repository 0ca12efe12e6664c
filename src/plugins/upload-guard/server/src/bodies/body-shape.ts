import { RefusedBody } from './refused-body';

/** Levels of lists and objects within each other. A table in a list in a saved article has seventy. */
const MOST_LEVELS = 100;
/** Keys of one object. A form has some dozens. */
const MOST_KEYS = 1_000;
/** Values in all lists and objects. The longest body of an article has 250,000. */
const MOST_VALUES = 400_000;

/**
 * Combining marks in a row. No writing has more than a few, and putting them into a normal form takes time that grows with
 * the square of their number, in JavaScript as in PostgreSQL: three minutes for a megabyte.
 */
const MOST_MARKS = 1_000;
const TOO_MANY_MARKS = new RegExp(`\\p{M}{${MOST_MARKS + 1}}`, 'u');

/**
 * Refuses a parsed body that is too deep or has too many keys or values, which Strapi would walk through again and again,
 * by recursion, or a text with more combining marks in a row than any writing has. Linear, and without recursion.
 * Throws a RefusedBody that names the field of the body.
 */
export function assertBodyShape(body: unknown): void {
  const waiting: { part: unknown; level: number; field?: string }[] = [{ part: body, level: 1 }];
  let values = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { part, level, field } = next;
    if (typeof part === 'string' && TOO_MANY_MARKS.test(part)) {
      throw new RefusedBody('marks', String(MOST_MARKS), field);
    }
    if (typeof part !== 'object' || part === null) continue;
    if (level > MOST_LEVELS) throw new RefusedBody('levels', String(MOST_LEVELS), field);
    const inner = Object.values(part);
    if (!Array.isArray(part) && inner.length > MOST_KEYS) {
      throw new RefusedBody('keys', String(MOST_KEYS), field);
    }
    values += inner.length;
    if (values > MOST_VALUES) throw new RefusedBody('values', String(MOST_VALUES), field);
    const fields = level === 1 && !Array.isArray(part) ? Object.keys(part) : [];
    inner.forEach((value, index) => {
      const isLong = typeof value === 'string' && value.length > MOST_MARKS;
      if (isLong || (typeof value === 'object' && value !== null)) {
        waiting.push({ part: value, level: level + 1, field: fields[index] ?? field });
      }
    });
  }
}
