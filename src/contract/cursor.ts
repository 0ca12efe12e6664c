import { createHmac, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import { invalidParameter } from './client-error';

/**
 * The sort key of a page's last item, in the order of the list: what a cursor carries, and the next page starts after.
 */
export type CursorPosition = readonly (string | number)[];

export type ListRequest<Position> = {
  /** The list that a cursor belongs to: its path and filters. */
  path: string;
  filters: object;
  limit: number;
  cursor: string | undefined;
  position: z.ZodType<Position>;
  /** Signs cursors. */
  secret: string;
};

/**
 * The cursor paging of a request for a list.
 *
 * @returns `after`, where the page starts (null for the first), and `cut`, which takes the rows of a query with one row
 *   more than `limit` and returns the page and the opaque cursor to the next, or null after the last
 * @throws ValidationError (400) for a cursor that was tampered with, cut short, or belongs to another list
 */
export function cursorPaging<Position extends CursorPosition>(request: ListRequest<Position>) {
  const { path, filters, limit, cursor, position, secret } = request;
  const list = `${path} ${JSON.stringify(filters)}`;
  const sign = (payload: string): string =>
    createHmac('sha256', secret).update(`${list}\n${payload}`).digest('base64url').slice(0, 22);

  return {
    after: cursor === undefined ? null : position.parse(readCursor(cursor, sign)),

    cut<Row extends { position: CursorPosition }>(rows: Row[]): { page: Row[]; nextCursor: string | null } {
      const page = rows.slice(0, limit);
      const last = rows.length > limit ? page.at(-1) : undefined;
      return { page, nextCursor: last ? writeCursor(last.position, sign) : null };
    },
  };
}

type Sign = (payload: string) => string;

function writeCursor(position: CursorPosition, sign: Sign): string {
  const payload = Buffer.from(JSON.stringify(position)).toString('base64url');
  return `${payload}.${sign(payload)}`;
}

function readCursor(cursor: string, sign: Sign): unknown {
  const [payload = '', ...rest] = cursor.split('.');
  const expected = Buffer.from(sign(payload));
  const given = Buffer.from(rest.join('.'));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw invalidParameter('Tham số cursor không đúng: dùng nguyên giá trị nextCursor của trang trước.', {
      parameter: 'cursor',
    });
  }
  return JSON.parse(Buffer.from(payload, 'base64url').toString());
}
