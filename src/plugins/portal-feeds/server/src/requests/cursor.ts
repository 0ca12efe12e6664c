import { createHmac, timingSafeEqual } from 'node:crypto';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { Place } from '../queries/article-cards';

const place = z.tuple([z.string(), z.string()]);

const sign = (payload: string, list: string, secret: string): string =>
  createHmac('sha256', secret).update(`${list}\n${payload}`).digest('base64url').slice(0, 22);

/** An opaque cursor: the last card's place, signed together with the list (its path and filters) that it belongs to. */
export function writeCursor({ publishedOn, id }: Place, list: string, secret: string): string {
  const payload = Buffer.from(JSON.stringify([publishedOn, id])).toString('base64url');
  return `${payload}.${sign(payload, list, secret)}`;
}

/** @throws ValidationError (400) for a cursor that was tampered with, cut short, or belongs to another list. */
export function readCursor(cursor: string, list: string, secret: string): Place {
  const [payload = '', signature = ''] = cursor.split('.');
  const expected = Buffer.from(sign(payload, list, secret));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new errors.ValidationError('Tham số cursor không đúng: dùng nguyên giá trị nextCursor của trang trước.', {
      parameter: 'cursor',
    });
  }
  const [publishedOn, id] = place.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  return { publishedOn, id };
}
