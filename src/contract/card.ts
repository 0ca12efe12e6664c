import { z } from 'zod';
import { image } from './image';
import { documentId, instant, slugAndName } from './primitives';

/** An article as lists show it. */
export const card = z.strictObject({
  id: documentId,
  slug: z.string(),
  locale: z.string(),
  url: z.url(),
  title: z.string(),
  shortTitle: z.string(),
  summary: z.string().nullable(),
  publishedOn: instant,
  updatedOn: instant,
  display: z.strictObject({ dateLine: z.string(), dateTime: z.string() }),
  category: slugAndName.nullable(),
  image: image.nullable(),
});

export type Card = z.infer<typeof card>;
