import { z } from 'zod';
import { card } from './card';
import { officialInList } from './official';
import { civilDay, documentId } from './primitives';

/** A code, and the days from and to which it means this agency; null where open. */
const code = z.strictObject({ code: z.string(), from: civilDay.nullable(), to: civilDay.nullable() });

const agencyFields = {
  id: documentId,
  slug: z.string(),
  name: z.string(),
  shortName: z.string().nullable(),
  level: z.enum(['central', 'province', 'department', 'district', 'commune', 'unit']),
  codes: z.array(code),
  status: z.enum(['active', 'planned', 'dissolved']),
};

const agencyRow = z.strictObject(agencyFields);

export type AgencyInTree = z.infer<typeof agencyRow> & { children: AgencyInTree[] };

/** An agency in the tree of those that exist that day. */
export const agencyInTree: z.ZodType<AgencyInTree> = agencyRow.extend({
  children: z.lazy(() => z.array(agencyInTree)),
});

const reference = z.strictObject({ id: documentId, slug: z.string(), name: z.string() });

const relative = z.strictObject({
  ...reference.shape,
  part: z.enum(['full', 'partial']),
  on: civilDay,
  basis: z.string().nullable(),
});

export const agency = z.strictObject({
  ...agencyFields,
  children: z.array(agencyInTree),
  parents: z.array(reference),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  website: z.string().nullable(),
  functions: z.string().nullable(),
  officials: z.array(officialInList),
  predecessors: z.array(relative),
  successors: z.array(relative),
  latest: z.array(card),
});

/** `/agencies` */
export const agencies = z.strictObject({ data: z.array(agencyInTree), meta: z.strictObject({}) });

/** `/agencies/{slug}` */
export const oneAgency = z.strictObject({ data: agency, meta: z.strictObject({}) });

export type Agency = z.infer<typeof agency>;
export type Agencies = z.infer<typeof agencies>;
export type OneAgency = z.infer<typeof oneAgency>;
