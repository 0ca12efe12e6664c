import { z } from 'zod';
import { documentId } from './primitives';

/** A category with all that lies under it. */
export const category = z.strictObject({
  id: documentId,
  slug: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  get children() {
    return z.array(category);
  },
});

/** `/categories` */
export const categories = z.strictObject({ data: z.array(category), meta: z.strictObject({}) });

export type Category = z.infer<typeof category>;
export type Categories = z.infer<typeof categories>;
