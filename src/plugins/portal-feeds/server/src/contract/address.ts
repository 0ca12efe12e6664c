import { z } from 'zod';
import { instant } from './primitives';

/** Where a thing that was once public is now. `url` and `slug` are null when it is gone. */
export const address = z.strictObject({
  outcome: z.enum(['current', 'moved', 'gone']),
  type: z.enum(['article']),
  slug: z.string().nullable(),
  url: z.url().nullable(),
  reason: z.string().nullable(),
  on: instant.nullable(),
});

/** The body of a 301, the same facts as its Location. */
export const movedArticle = z.strictObject({ data: address, meta: z.strictObject({}) });

export type Address = z.infer<typeof address>;
export type MovedArticle = z.infer<typeof movedArticle>;
