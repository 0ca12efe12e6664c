import { z } from 'zod';
import { instant, noMeta } from './primitives';

/** What became of an address that was once public. */
export const address = z.strictObject({
  outcome: z
    .enum(['current', 'moved', 'gone'])
    .describe('Whether it is still there, at another address, or no longer public.'),
  type: z
    .enum(['article', 'category', 'agency', 'official', 'directive', 'programme', 'collection', 'page'])
    .describe(
      'What it is. A collection is a list of latest news, which the front page shows; a page is none of the others.',
    ),
  slug: z.string().nullable().describe('Its present slug; null when it is gone, and of a page.'),
  url: z.url().nullable().describe('The absolute address of its page now; null when it is gone.'),
  reason: z.string().nullable().describe('Why it is gone, as plain text; null where nobody said.'),
  on: instant
    .nullable()
    .describe('Since when: an instant with the offset of the portal (+07:00); null where it is not known.'),
});

/** `/resolve`, and the body of a 301: the same facts as its Location. */
export const oneAddress = z.strictObject({ data: address, meta: noMeta });

export type Address = z.infer<typeof address>;
export type OneAddress = z.infer<typeof oneAddress>;
