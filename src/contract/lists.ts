import { z } from 'zod';
import { card } from './card';
import { instant, slugAndName } from './primitives';

const currentSlug = z.string().nullable().optional();

/** `/articles`. `filters` has the present slug of each filter that was given; null where nothing ever had its name. */
export const articleCards = z.strictObject({
  data: z.array(card),
  meta: z.strictObject({
    nextCursor: z.string().nullable(),
    filters: z.strictObject({
      category: currentSlug,
      agency: currentSlug,
      mentions: currentSlug,
      official: currentSlug,
    }),
  }),
});

/** `/latest-news`, `/latest-news/{slug}` */
export const latestNews = z.strictObject({
  data: z.array(card),
  meta: z.strictObject({ collection: slugAndName, changedOn: instant }),
});

export type ArticleCards = z.infer<typeof articleCards>;
export type LatestNews = z.infer<typeof latestNews>;
