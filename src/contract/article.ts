import { z } from 'zod';
import { card } from './card';
import { directiveReference } from './directive';
import { image } from './image';
import { instant, locale, noMeta, page, reference, slug, slugAndName } from './primitives';

const written = {
  text: z.string().describe('The block as plain text.'),
  html: z.string().describe('The block as sanitised HTML, its addresses absolute.'),
};

const kind = <Name extends string>(name: Name) => z.literal(name).describe('What the block is.');

export const block = z.discriminatedUnion('type', [
  z.strictObject({ type: kind('paragraph'), ...written }),
  z.strictObject({
    type: kind('heading'),
    level: z.int().min(2).max(4).describe('Of the heading, as in HTML: 2 to 4.'),
    ...written,
  }),
  z.strictObject({ type: kind('list'), ...written }),
  z.strictObject({ type: kind('quote'), ...written }),
  z.strictObject({ type: kind('table'), ...written }),
  z.strictObject({ type: kind('rule'), ...written }),
  z.strictObject({ type: kind('image'), image: image.describe('The picture, with its caption.') }),
]);

/** An agency that the article names, by its name on the article's date and today's. */
const namedAgency = z.strictObject({
  ...reference.shape,
  name: z.string().describe('Its name on the day of the article.'),
  nameNow: z.string().describe('Its name today.'),
  status: z.enum(['active', 'planned', 'dissolved']).describe('Whether it exists today.'),
  successors: z.array(reference).describe('The agencies that took over from it; empty where none did.'),
});

const post = z.strictObject({
  title: z.string().describe('Of the post, as plain text.'),
  agency: slugAndName.nullable().describe('Where the post is; null where it belongs to no agency.'),
});

/** An official with the posts held on the article's date, by rank, and today's title or null. */
const namedOfficial = z.strictObject({
  ...reference.shape,
  name: z.string().describe('The name of the person.'),
  title: z
    .string()
    .nullable()
    .describe('The titles on the day of the article, by rank, joined by commas; null without a post.'),
  titleNow: z.string().nullable().describe('The titles today, by rank, joined by commas; null without a post.'),
  posts: z.array(post).describe('Those held on the day of the article, by rank.'),
});

const attachment = z.strictObject({
  url: z.url().describe('The absolute address of the file.'),
  name: z.string().describe('Under which to save it.'),
  mime: z.string().describe('The media type of the file.'),
  size: z.int().describe('In bytes, to ten bytes.'),
});

/** Dublin Core, as Circular 24/2011 asks of each item. */
const metadata = z.strictObject({
  title: z.string().describe('The title of the article.'),
  creator: z.string().describe('The author, else the agency that owns it, else the publisher.'),
  date: instant.describe('publishedOn.'),
  description: z.string().describe('The summary, else the title.'),
  publisher: z.string().describe('The name of the portal.'),
  identifier: z.url().describe('The absolute address of its page.'),
  language: z.string().describe('As a BCP 47 tag.'),
  source: z
    .string()
    .nullable()
    .describe('The address of the source that it was taken from, else its name; null for the portal’s own.'),
  contributor: z.string().nullable().describe('The agency that owns it; null where none does.'),
  subject: z.string().nullable().describe('The name of its category; null where it has none.'),
});

const source = z.strictObject({
  name: z.string().describe('Of whoever published it first.'),
  url: z.string().nullable().describe('The absolute address of the original; null where nobody gave one.'),
});

const correction = z.strictObject({
  on: instant.describe('When it was corrected: an instant with the offset of the portal (+07:00).'),
  note: z.string().describe('What was corrected, as plain text.'),
});

const withdrawal = z.strictObject({
  on: instant.describe('When it was withdrawn: an instant with the offset of the portal (+07:00).'),
  reason: z.string().describe('Why, as plain text.'),
});

export const article = z.strictObject({
  ...card.shape,
  body: z.array(block).describe('The blocks in their order; empty where the text was withdrawn.'),
  html: z.string().describe('The whole body as sanitised HTML, its addresses absolute.'),
  text: z.string().describe('The whole body with its captions as plain text, for reading aloud and for indexing.'),
  agency: reference.nullable().describe('The agency that owns it, by its name on the day of the article.'),
  agencies: z.array(namedAgency).describe('The agencies that it names.'),
  officials: z.array(namedOfficial).describe('The officials that it names.'),
  author: z.string().nullable().describe('As plain text; null where nobody is named.'),
  source: source.nullable().describe('Where it was taken from; null for the portal’s own.'),
  attachments: z.array(attachment).describe('The files beside the text, in their order.'),
  corrections: z.array(correction).describe('In the order of the corrections.'),
  withdrawal: withdrawal.nullable().describe('Set of an article that was withdrawn with a notice.'),
  availableLocales: z
    .array(z.strictObject({ locale, slug, url: page }))
    .describe('The languages that it is public in, its own among them.'),
  cites: z.array(directiveReference).describe('The public directives to which the body links, in its order.'),
  legacyUrl: z.string().nullable().describe('Its absolute address in the old portal; null where it had none.'),
  metadata: metadata.describe('Dublin Core.'),
  jsonLd: z
    .record(z.string(), z.unknown())
    .describe('A schema.org NewsArticle without any “<”, so that it can be printed raw in a script element.'),
});

/** `/articles/{slug}` */
export const oneArticle = z.strictObject({ data: article, meta: noMeta });

export type Block = z.infer<typeof block>;
export type Article = z.infer<typeof article>;
export type OneArticle = z.infer<typeof oneArticle>;
