import { z } from 'zod';
import { card } from './card';
import { image } from './image';
import { civilDay, documentId, nextCursor, noMeta, slug, slugAndName } from './primitives';

/** An official as lists show them: titles by rank, and the agency of the first post that has one. */
export const officialInList = z.strictObject({
  id: documentId,
  slug,
  name: z.string().describe('The name of the person.'),
  title: z.string().nullable().describe('The titles of that day, by rank, joined by commas; null without a post.'),
  agency: slugAndName.nullable().describe('That of the highest post that has one; null where none has.'),
  portrait: image.nullable().describe('Null where there is none.'),
});

const appointment = z.strictObject({
  title: z.string().describe('Of the post, as plain text.'),
  kind: z.enum(['full', 'acting', 'in-charge', 'concurrent']).describe('How the post is held.'),
  agency: slugAndName.nullable().describe('Where the post is; null where it belongs to no agency.'),
  from: civilDay.nullable().describe('The first day, YYYY-MM-DD; null where it is not known.'),
  to: civilDay.nullable().describe('The last day, YYYY-MM-DD; null while it is held, or where it is not known.'),
  precision: z.enum(['day', 'month', 'year']).describe('How much of the days is known.'),
  decision: z
    .string()
    .nullable()
    .describe('The decision of the appointment, as plain text; null where nobody gave one.'),
});

export const official = z.strictObject({
  ...officialInList.shape,
  appointments: z.array(appointment).describe('The posts past and present, those that ended last or not yet first.'),
  phone: z.string().nullable().describe('Of the office; null where there is none.'),
  email: z.string().nullable().describe('Of the office; null where there is none.'),
  biography: z.string().nullable().describe('As plain text; null where there is none.'),
  latest: z.array(card).describe('The latest articles that name the official, the newest first.'),
});

/** `/officials` */
export const officials = z.strictObject({
  data: z.array(officialInList).describe('By agency and rank.'),
  meta: z.strictObject({ nextCursor }).describe('About the page.'),
});

/** `/officials/{slug}` */
export const oneOfficial = z.strictObject({ data: official, meta: noMeta });

export type OfficialInList = z.infer<typeof officialInList>;
export type Official = z.infer<typeof official>;
export type Officials = z.infer<typeof officials>;
export type OneOfficial = z.infer<typeof oneOfficial>;
