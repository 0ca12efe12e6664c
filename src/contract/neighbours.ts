import { z } from 'zod';
import { card } from './card';
import { noMeta } from './primitives';

/** `/articles/{slug}/neighbours` */
export const neighbours = z.strictObject({
  data: z
    .strictObject({
      newer: z.array(card).describe('At most five, the nearest in time first.'),
      older: z.array(card).describe('At most five, the nearest in time first.'),
    })
    .describe('Articles of the same category on either side of this one.'),
  meta: noMeta,
});

export type Neighbours = z.infer<typeof neighbours>;
