import { z } from 'zod';
import { instant } from './primitives';

/**
 * What became of an address that was once public. `slug` and `url` are null when it is gone; `slug` is null of a page
 * of the portal that is none of the other types. A `collection` is a list of latest news, which is shown on the front
 * page.
 */
export const address = z.strictObject({
  outcome: z.enum(['current', 'moved', 'gone']),
  type: z.enum(['article', 'category', 'agency', 'official', 'collection', 'page']),
  slug: z.string().nullable(),
  url: z.url().nullable(),
  reason: z.string().nullable(),
  on: instant.nullable(),
});

/** `/resolve`, and the body of a 301: the same facts as its Location. */
export const oneAddress = z.strictObject({ data: address, meta: z.strictObject({}) });

export type Address = z.infer<typeof address>;
export type OneAddress = z.infer<typeof oneAddress>;
