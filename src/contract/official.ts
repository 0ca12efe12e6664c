import { z } from 'zod';
import { card } from './card';
import { image } from './image';
import { civilDay, documentId, slugAndName } from './primitives';

/** An official as lists show them: titles by rank, and the agency of the first post that has one. */
export const officialInList = z.strictObject({
  id: documentId,
  slug: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  agency: slugAndName.nullable(),
  portrait: image.nullable(),
});

const appointment = z.strictObject({
  title: z.string(),
  kind: z.enum(['full', 'acting', 'in-charge', 'concurrent']),
  agency: slugAndName.nullable(),
  from: civilDay.nullable(),
  to: civilDay.nullable(),
  precision: z.enum(['day', 'month', 'year']),
  decision: z.string().nullable(),
});

export const official = z.strictObject({
  ...officialInList.shape,
  appointments: z.array(appointment),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  biography: z.string().nullable(),
  latest: z.array(card),
});

/** `/officials` */
export const officials = z.strictObject({
  data: z.array(officialInList),
  meta: z.strictObject({ nextCursor: z.string().nullable() }),
});

/** `/officials/{slug}` */
export const oneOfficial = z.strictObject({ data: official, meta: z.strictObject({}) });

export type OfficialInList = z.infer<typeof officialInList>;
export type Official = z.infer<typeof official>;
export type Officials = z.infer<typeof officials>;
export type OneOfficial = z.infer<typeof oneOfficial>;
