import createHttpError from 'http-errors';
import { slug } from './parameters';

/**
 * The slug in a request's path.
 *
 * @param absent the message of the 404
 * @throws NotFoundError (404) for what cannot be a slug (empty, over 255 characters, control characters)
 */
export function readSlug(given: string, absent: string): string {
  const { data } = slug.safeParse(given);
  if (data === undefined) throw createHttpError(404, absent);
  return data;
}
