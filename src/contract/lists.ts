import { z } from 'zod';
import { card } from './card';
import { currentSlug, instant, nextCursor, slugAndName } from './primitives';

/** `/articles` */
export const articleCards = z.strictObject({
  data: z.array(card).describe('The newest publishedOn first.'),
  meta: z
    .strictObject({
      nextCursor,
      filters: z
        .strictObject({
          category: currentSlug(),
          agency: currentSlug(),
          mentions: currentSlug(),
          official: currentSlug(),
        })
        .describe('The filters that name something, as they were understood.'),
    })
    .describe('About the page and its filters.'),
});

/** `/latest-news`, `/latest-news/{slug}` */
export const latestNews = z.strictObject({
  data: z.array(card).describe('In the order of the collection.'),
  meta: z
    .strictObject({
      collection: slugAndName.describe('The collection itself.'),
      changedOn: instant.describe(
        'When anything in it last changed: an instant with the offset of the portal (+07:00).',
      ),
    })
    .describe('About the collection.'),
});

export type ArticleCards = z.infer<typeof articleCards>;
export type LatestNews = z.infer<typeof latestNews>;
