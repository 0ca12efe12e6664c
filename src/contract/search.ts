import { z } from 'zod';
import { agencyInTree } from './agency';
import { card } from './card';
import { directiveInList } from './directive';
import { officialInList } from './official';
import { currentSlug, nextCursor, page } from './primitives';
import { programmeInList } from './programme';

/** What is searched; those of plugins that are not installed are never found. */
export const SEARCHED_TYPES = ['article', 'directive', 'programme', 'official', 'agency'] as const;

export const searchedType = z.enum(SEARCHED_TYPES).describe('What it is.');

const hitOf = <Type extends (typeof SEARCHED_TYPES)[number], Card extends z.ZodType>(type: Type, shape: Card) =>
  z.strictObject({
    type: z.literal(type).describe('What it is.'),
    card: shape.describe('Its shape in lists.'),
    excerpt: z.string().describe('Where its text agrees with the query, as plain text; empty where it has no text.'),
    highlights: z
      .array(
        z.strictObject({
          from: z.int().describe('The first character, counted in UTF-16 units from 0.'),
          to: z.int().describe('The character after the last.'),
        }),
      )
      .describe('What of the excerpt agrees, in order.'),
    html: z.string().describe('The excerpt as HTML, with mark elements around the same; nothing else is markup.'),
  });

const articleHit = hitOf('article', card);
const directiveHit = hitOf('directive', directiveInList);
const programmeHit = hitOf('programme', programmeInList);
const officialHit = hitOf('official', officialInList);
const agencyHit = hitOf('agency', agencyInTree);

export const searchHit = z.discriminatedUnion('type', [articleHit, directiveHit, programmeHit, officialHit, agencyHit]);

/** `/search` */
export const searchResults = z.strictObject({
  data: z.array(searchHit).describe('The best first, or the newest.'),
  meta: z
    .strictObject({
      nextCursor,
      filters: z
        .strictObject({ category: currentSlug(), agency: currentSlug() })
        .describe('The filters that name something, as they were understood.'),
      types: z
        .array(
          z.strictObject({
            type: searchedType,
            count: z.int().describe('How many were found.'),
            capped: z.boolean().describe('Whether there are more than were counted: of those, the newest were ranked.'),
          }),
        )
        .describe(
          'What was found of each type, whatever the parameter type is; those of which nothing was are absent.',
        ),
      suggestion: z
        .string()
        .nullable()
        .describe('What may have been meant, where nothing was found by all words of the query; null otherwise.'),
    })
    .describe('About the page, its filters and all that was found.'),
});

/** `/search/suggest` */
export const searchSuggestions = z.strictObject({
  data: z
    .array(
      z.strictObject({
        type: searchedType,
        text: z.string().describe('Its title, name or number, as plain text.'),
        url: page,
      }),
    )
    .describe('What begins or goes on like the query, the best first.'),
  meta: z.strictObject({}).describe('Empty.'),
});

export type SearchedType = z.infer<typeof searchedType>;
export type SearchHit = z.infer<typeof searchHit>;
export type SearchResults = z.infer<typeof searchResults>;
export type SearchSuggestions = z.infer<typeof searchSuggestions>;

/** The parameters of `/search`, as they are parsed; days are civil. `q` is what was typed. */
export type SearchRequest = {
  q: string;
  type?: SearchedType | undefined;
  category?: string | undefined;
  agency?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  sort: 'relevance' | 'date';
};
