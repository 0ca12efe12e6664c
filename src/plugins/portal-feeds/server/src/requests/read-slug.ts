import { errors } from '@strapi/utils';
import { slug } from './parameters';

/**
 * The slug in a request's path.
 *
 * @param absent what a person is told when nothing can be there
 * @throws NotFoundError (404) for what no slug can be (empty, over 255 characters, control characters)
 */
export function readSlug(given: string, absent: string): string {
  const { data } = slug.safeParse(given);
  if (data === undefined) throw new errors.NotFoundError(absent);
  return data;
}
