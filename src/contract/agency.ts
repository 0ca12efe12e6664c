import { z } from 'zod';
import { card } from './card';
import { officialInList } from './official';
import { civilDay, documentId, noMeta, reference, slug } from './primitives';

const code = z.strictObject({
  code: z.string().describe('The code, as it is written.'),
  from: civilDay.nullable().describe('The first day on which it means this agency, YYYY-MM-DD; null where open.'),
  to: civilDay.nullable().describe('The last day on which it means this agency, YYYY-MM-DD; null where open.'),
});

const agencyFields = {
  id: documentId,
  slug,
  name: z.string().describe('Its name on that day.'),
  shortName: z.string().nullable().describe('Its short name on that day; null where it has none.'),
  level: z
    .enum(['central', 'province', 'department', 'district', 'commune', 'unit'])
    .describe('Where it stands in the administration.'),
  codes: z.array(code).describe('The codes by which other systems and documents name it.'),
  status: z.enum(['active', 'planned', 'dissolved']).describe('Whether it exists on that day.'),
};

const agencyRow = z.strictObject(agencyFields);

export type AgencyInTree = z.infer<typeof agencyRow> & { children: AgencyInTree[] };

/** An agency in the tree of those that exist that day. */
export const agencyInTree: z.ZodType<AgencyInTree> = agencyRow.extend({
  children: z.lazy(() => z.array(agencyInTree)).describe('The agencies under it, in their order.'),
});

const relative = z.strictObject({
  ...reference.shape,
  part: z.enum(['full', 'partial']).describe('Whether all or a part of it passed over.'),
  on: civilDay.describe('The day of the succession, YYYY-MM-DD.'),
  basis: z.string().nullable().describe('The document that decided it, as plain text; null where nobody gave one.'),
});

const contact = (what: string) => z.string().nullable().describe(`${what}; null where there is none.`);

export const agency = z.strictObject({
  ...agencyFields,
  children: z.array(agencyInTree).describe('The agencies directly under it, in their order, without theirs.'),
  parents: z.array(reference).describe('The agencies above it, the nearest last.'),
  address: contact('The postal address, as plain text'),
  phone: contact('The telephone number, as it is written'),
  email: contact('The e-mail address'),
  website: contact('The absolute address of its own site'),
  functions: contact('What it does, as plain text'),
  officials: z.array(officialInList).describe('Its people, by rank.'),
  predecessors: z.array(relative).describe('The agencies that it took over from.'),
  successors: z.array(relative).describe('The agencies that took over from it.'),
  latest: z.array(card).describe('The latest articles that it owns, the newest first.'),
});

/** `/agencies` */
export const agencies = z.strictObject({
  data: z.array(agencyInTree).describe('The agencies under no other, in their order.'),
  meta: noMeta,
});

/** `/agencies/{slug}` */
export const oneAgency = z.strictObject({ data: agency, meta: noMeta });

export type Agency = z.infer<typeof agency>;
export type Agencies = z.infer<typeof agencies>;
export type OneAgency = z.infer<typeof oneAgency>;
