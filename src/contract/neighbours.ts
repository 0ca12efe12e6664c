import { z } from 'zod';
import { card } from './card';

/** `/articles/{slug}/neighbours`: at most five cards each side, the nearest in time first. */
export const neighbours = z.strictObject({
  data: z.strictObject({ newer: z.array(card), older: z.array(card) }),
  meta: z.strictObject({}),
});

export type Neighbours = z.infer<typeof neighbours>;
