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
  /** The filters that name something, by document ids. Asked for a cursor that was made under other names. */
  filtersById?(): Promise<object>;
  limit: number;
  cursor: string | undefined;
  position: z.ZodType<Position>;
  /** Signs cursors. */
  secret: string;
};

/**
 * The cursor paging of a request for a list. A cursor is a position and its signature with the list as it was asked for.
 * Where filters name something, another signature before that has its document ids instead, so that the list goes on under
 * any name of the same thing, also when it is renamed meanwhile.
 *
 * @returns `after`, where the page starts (null for the first), and `cut`, which takes the rows of a query with one row
 *   more than `limit`, and the filters by document ids, and returns the page and the opaque cursor to the next, or null
 *   after the last
 * @throws ValidationError (400) for a cursor that was tampered with, cut short, or belongs to another list
 */
export async function cursorPaging<Position extends CursorPosition>(request: ListRequest<Position>) {
  const { path, filters, limit, cursor, position, secret } = request;
  const sign = (text: string, byId: object = {}): string =>
    createHmac('sha256', secret)
      .update(`${path} ${JSON.stringify({ ...filters, ...byId })}\n${text}`)
      .digest('base64url')
      .slice(0, 22);

  async function positionOf(given: string): Promise<Position> {
    const [payload = '', ...signatures] = given.split('.');
    const [asAsked = '', byId] = signatures.reverse();
    const isOfList =
      signatures.length <= 2 &&
      (isEqual(sign(signedText(payload, byId)), asAsked) ||
        (byId !== undefined &&
          request.filtersById !== undefined &&
          isEqual(sign(payload, await request.filtersById()), byId)));
    if (!isOfList) throw invalidCursor();
    return position.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  }

  return {
    after: cursor === undefined ? null : await positionOf(cursor),

    cut<Row extends { position: CursorPosition }>(
      rows: Row[],
      byId: object = {},
    ): { page: Row[]; nextCursor: string | null } {
      const page = rows.slice(0, limit);
      const last = rows.length > limit ? page.at(-1) : undefined;
      if (!last) return { page, nextCursor: null };
      const payload = Buffer.from(JSON.stringify(last.position)).toString('base64url');
      const text = signedText(payload, Object.keys(byId).length > 0 ? sign(payload, byId) : undefined);
      return { page, nextCursor: `${text}.${sign(text)}` };
    },
  };
}

const signedText = (payload: string, byId: string | undefined): string =>
  byId === undefined ? payload : `${payload}.${byId}`;

function isEqual(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}

const invalidCursor = (): Error =>
  invalidParameter('Tham số cursor không đúng: dùng nguyên giá trị nextCursor của trang trước.', {
    parameter: 'cursor',
  });
