import { z } from 'zod';

/** An instant with the portal's offset: `2021-02-19T17:17:00+07:00`. */
export const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00$/)
  .describe('An instant in ISO 8601, to the second, with the offset of the portal (+07:00).');

/** A civil day: `2021-02-19`. */
export const civilDay = z.iso.date().describe('A day of the portal’s calendar, YYYY-MM-DD.');

/** A document id: stable across edits and republishing. */
export const documentId = z.string().min(1).describe('Never changes, also when it is edited or published again.');

export const slug = z.string().describe('Its name in addresses, in its language. It may change; the id does not.');

export const locale = z.string().describe('Its language, as a BCP 47 tag: vi, en.');

/** Of the address of something's page. */
export const page = z.url().describe('The absolute address of its page on the portal.');

export const slugAndName = z.strictObject({ slug, name: z.string().describe('Its name, as plain text.') });

/** Of what is named beside something else. */
export const reference = z.strictObject({ id: documentId, ...slugAndName.shape });

/** `meta.nextCursor` of a list in pages. */
export const nextCursor = z
  .string()
  .nullable()
  .describe('Opaque: the parameter cursor of the next page, with the same filters. Null on the last page.');

/** `meta` of an answer that says nothing of itself. */
export const noMeta = z.strictObject({}).describe('Empty.');

/** Of `meta.filters`: what a filter that names something was understood as. */
export const currentSlug = (what = 'what this filter names') =>
  z
    .string()
    .nullable()
    .optional()
    .describe(`The present slug of ${what}; null where nothing ever had that name. Absent without the filter.`);
