import { createHmac, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import { invalidParameter } from './client-error';

const sign = (payload: string, list: string, secret: string): string =>
  createHmac('sha256', secret).update(`${list}\n${payload}`).digest('base64url').slice(0, 22);

/**
 * The sort key of a page's last item, in the order of the list: what a cursor carries, and the next page starts after.
 */
export type CursorPosition = readonly (string | number)[];

/** An opaque cursor, signed together with the list (its path and filters) that it belongs to. */
function writeCursor(position: CursorPosition, list: string, secret: string): string {
  const payload = Buffer.from(JSON.stringify(position)).toString('base64url');
  return `${payload}.${sign(payload, list, secret)}`;
}

/** The page of a query with one row more than `limit`, and the cursor to the next page, if there is one. */
export function cutPage<Row extends { position: CursorPosition }>(
  rows: Row[],
  limit: number,
  list: string,
  secret: string,
): { page: Row[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { page, nextCursor: last ? writeCursor(last.position, list, secret) : null };
}

/** @throws ValidationError (400) for a cursor that was tampered with, cut short, or belongs to another list. */
export function readCursor<Position extends CursorPosition>(
  cursor: string,
  list: string,
  secret: string,
  position: z.ZodType<Position>,
): Position {
  const [payload = '', ...rest] = cursor.split('.');
  const expected = Buffer.from(sign(payload, list, secret));
  const given = Buffer.from(rest.join('.'));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw invalidParameter('Tham số cursor không đúng: dùng nguyên giá trị nextCursor của trang trước.', {
      parameter: 'cursor',
    });
  }
  return position.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
}
