import { z } from 'zod';
import { card } from './card';
import { instant, slugAndName } from './primitives';

/** `/articles` */
export const articleCards = z.strictObject({
  data: z.array(card),
  meta: z.strictObject({ nextCursor: z.string().nullable() }),
});

/** `/latest-news`, `/latest-news/{slug}` */
export const latestNews = z.strictObject({
  data: z.array(card),
  meta: z.strictObject({ collection: slugAndName, changedOn: instant }),
});

export type ArticleCards = z.infer<typeof articleCards>;
export type LatestNews = z.infer<typeof latestNews>;
