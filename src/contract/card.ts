import { z } from 'zod';
import { image } from './image';
import { documentId, instant, locale, page, slug, slugAndName } from './primitives';

const display = z.strictObject({
  dateLine: z.string().describe('“Đăng ngày 19 - 02 - 2021”, or “19 February 2021” in English.'),
  dateTime: z.string().describe('“19/02/2021 5:17 CH”, or “19 February 2021, 5:17 pm” in English.'),
});

/** An article as lists show it. */
export const card = z.strictObject({
  id: documentId,
  slug,
  locale,
  url: page,
  title: z.string().describe('Whole, as plain text.'),
  shortTitle: z
    .string()
    .describe('The title in at most 100 code points, cut at a word and ended with three full stops.'),
  summary: z.string().nullable().describe('As plain text; null where nobody wrote one.'),
  publishedOn: instant.describe('Since when it is public: an instant with the offset of the portal (+07:00).'),
  updatedOn: instant.describe(
    'When an editor last marked a change as major, or publishedOn: an instant with the offset of the portal (+07:00).',
  ),
  display: display.describe('When it was published, in words of its language and the time of the portal.'),
  category: slugAndName.nullable().describe('The category that it is filed under; null where it has none.'),
  image: image.nullable().describe('The cover, else the first picture of the body that has a file, else null.'),
});

export type Card = z.infer<typeof card>;
