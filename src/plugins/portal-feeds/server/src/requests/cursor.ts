import { createHmac, timingSafeEqual } from 'node:crypto';
import { errors } from '@strapi/utils';
import type { z } from 'zod';

const sign = (payload: string, list: string, secret: string): string =>
  createHmac('sha256', secret).update(`${list}\n${payload}`).digest('base64url').slice(0, 22);

/** An opaque cursor: the last item's place, signed together with the list (its path and filters) that it belongs to. */
function writeCursor(place: readonly (string | number)[], list: string, secret: string): string {
  const payload = Buffer.from(JSON.stringify(place)).toString('base64url');
  return `${payload}.${sign(payload, list, secret)}`;
}

/** The page of a query that was asked for one row more than `limit`, and the cursor to the next page, if there is one. */
export function cutPage<Row extends { place: readonly (string | number)[] }>(
  rows: Row[],
  limit: number,
  list: string,
  secret: string,
): { page: Row[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { page, nextCursor: last ? writeCursor(last.place, list, secret) : null };
}

/** @throws ValidationError (400) for a cursor that was tampered with, cut short, or belongs to another list. */
export function readCursor<Place>(cursor: string, list: string, secret: string, place: z.ZodType<Place>): Place {
  const [payload = '', ...rest] = cursor.split('.');
  const expected = Buffer.from(sign(payload, list, secret));
  const given = Buffer.from(rest.join('.'));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new errors.ValidationError('Tham số cursor không đúng: dùng nguyên giá trị nextCursor của trang trước.', {
      parameter: 'cursor',
    });
  }
  return place.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
}
