import { z } from 'zod';
import { documentId, noMeta, slug } from './primitives';

/** A category with all that lies under it. */
export const category = z.strictObject({
  id: documentId,
  slug,
  name: z.string().describe('As plain text.'),
  description: z.string().nullable().describe('As plain text; null where nobody wrote one.'),
  get children() {
    return z.array(category).describe('The categories under it, in their order.');
  },
});

/** `/categories` */
export const categories = z.strictObject({
  data: z.array(category).describe('The categories under no other, in their order.'),
  meta: noMeta,
});

export type Category = z.infer<typeof category>;
export type Categories = z.infer<typeof categories>;
