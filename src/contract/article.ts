import { z } from 'zod';
import { card } from './card';
import { image } from './image';
import { documentId, instant, slugAndName } from './primitives';

const written = { text: z.string(), html: z.string() };

export const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), ...written }),
  z.strictObject({ type: z.literal('heading'), level: z.int().min(2).max(4), ...written }),
  z.strictObject({ type: z.literal('list'), ...written }),
  z.strictObject({ type: z.literal('quote'), ...written }),
  z.strictObject({ type: z.literal('table'), ...written }),
  z.strictObject({ type: z.literal('rule'), ...written }),
  z.strictObject({ type: z.literal('image'), image }),
]);

const reference = z.strictObject({ id: documentId, slug: z.string(), name: z.string() });

/** An agency that the article names, by its name on the article's date and today's. */
const namedAgency = z.strictObject({
  ...reference.shape,
  nameNow: z.string(),
  status: z.enum(['active', 'planned', 'dissolved']),
  successors: z.array(reference),
});

const post = z.strictObject({ title: z.string(), agency: slugAndName.nullable() });

/** An official with the posts held on the article's date, by rank, and today's title or null. */
const namedOfficial = z.strictObject({
  ...reference.shape,
  title: z.string().nullable(),
  titleNow: z.string().nullable(),
  posts: z.array(post),
});

const attachment = z.strictObject({ url: z.url(), name: z.string(), mime: z.string(), size: z.int() });

/** Dublin Core, as Circular 24/2011 asks of each item. */
const metadata = z.strictObject({
  title: z.string(),
  creator: z.string(),
  date: instant,
  description: z.string(),
  publisher: z.string(),
  identifier: z.url(),
  language: z.string(),
  source: z.string().nullable(),
  contributor: z.string().nullable(),
  subject: z.string().nullable(),
});

export const article = z.strictObject({
  ...card.shape,
  body: z.array(block),
  html: z.string(),
  text: z.string(),
  agency: reference.nullable(),
  agencies: z.array(namedAgency),
  officials: z.array(namedOfficial),
  author: z.string().nullable(),
  source: z.strictObject({ name: z.string(), url: z.string().nullable() }).nullable(),
  attachments: z.array(attachment),
  corrections: z.array(z.strictObject({ on: instant, note: z.string() })),
  withdrawal: z.strictObject({ on: instant, reason: z.string() }).nullable(),
  availableLocales: z.array(z.strictObject({ locale: z.string(), slug: z.string(), url: z.url() })),
  legacyUrl: z.string().nullable(),
  metadata,
  jsonLd: z.record(z.string(), z.unknown()),
});

/** `/articles/{slug}` */
export const oneArticle = z.strictObject({ data: article, meta: z.strictObject({}) });

export type Block = z.infer<typeof block>;
export type Article = z.infer<typeof article>;
export type OneArticle = z.infer<typeof oneArticle>;
