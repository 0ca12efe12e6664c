import { z } from 'zod';
import { DOCUMENT_TYPES } from '../vietnamese';
import { civilDay, currentSlug, documentId, nextCursor, noMeta, reference, slug } from './primitives';

/** A type of document by its abbreviation, of Decree 30/2020 and the party's: `QĐ`, `CT`, `KL`. */
export const documentType = z.enum(DOCUMENT_TYPES as [string, ...string[]]);

/** What it is on the portal's day: it changes at 00:00 +07:00. */
const directiveStatus = z.enum(['notYetInForce', 'inForce', 'expired', 'replaced', 'withdrawn']);

const file = z.strictObject({
  url: z.url().describe('Its absolute address.'),
  name: z.string().describe('Its name, with the extension.'),
  mime: z.string().describe('Its media type.'),
  size: z.int().describe('In bytes.'),
  pages: z.int().nullable().describe('The pages of a PDF; null of other files, and where it is not known.'),
});

const number = z.string().describe('Its number, as it was written.');

/** A directive as another one, or an article, names it. */
export const directiveReference = z.strictObject({ id: documentId, number, slug });

/**
 * A directive as lists show it. The agency's name and the signer's title are those of the day of issue.
 */
export const directiveInList = z.strictObject({
  id: documentId,
  slug,
  number,
  canonicalNumber: z.string().describe('Its number in one form, by which equal numbers are equal.'),
  type: documentType
    .nullable()
    .describe('The abbreviation of its type, by Decree 30/2020 or of the party; null of a letter, which has none.'),
  agency: reference.describe('The agency that issued it, by its name on the day of issue.'),
  signer: z
    .strictObject({
      name: z.string().describe('The name of the person.'),
      title: z
        .string()
        .nullable()
        .describe('The titles held on the day of issue, by rank, joined by commas; null where none is known.'),
    })
    .nullable()
    .describe('Who signed it; null where nobody said.'),
  issuedOn: civilDay.describe('The day of issue, YYYY-MM-DD.'),
  effectiveOn: civilDay.nullable().describe('The first day in force, YYYY-MM-DD; null: from the day of issue.'),
  expiresOn: civilDay.nullable().describe('The last day in force, YYYY-MM-DD; null: without a limit.'),
  abstract: z.string().describe('What it is about, as plain text.'),
  status: directiveStatus.describe(
    'Today, by the portal’s calendar, the first that holds: withdrawn; replaced, once a directive that replaces it is in force and until that one is withdrawn; expired, after expiresOn; notYetInForce; inForce.',
  ),
  files: z.array(file).describe('The document and its annexes, in the order of the editor.'),
});

export const directive = z.strictObject({
  ...directiveInList.shape,
  fields: z.array(z.string()).describe('The fields that it is about.'),
  recipients: z.array(z.string()).describe('Who receives it, as on the document.'),
  order: z
    .strictObject({
      deadline: civilDay.nullable().describe('The day by which it has to be done, YYYY-MM-DD; null without one.'),
      agency: reference.nullable().describe('The agency that has to do it; null where none is named.'),
    })
    .nullable()
    .describe('What it orders; null where it orders nothing.'),
  replaces: z.array(directiveReference).describe('The directives that it replaces, of those that are public.'),
  replacedBy: z.array(directiveReference).describe('Those that replace it, the oldest issue first.'),
  amends: z.array(directiveReference).describe('The directives that it changes in part, of those that are public.'),
  amendedBy: z.array(directiveReference).describe('Those that change it in part, the oldest issue first.'),
});

/** `/directives` */
export const directives = z.strictObject({
  data: z.array(directiveInList).describe('The newest issuedOn first.'),
  meta: z
    .strictObject({
      nextCursor,
      filters: z
        .strictObject({
          agency: currentSlug('the agency'),
        })
        .describe('The filters that name something, as they were understood.'),
    })
    .describe('About the page and its filters.'),
});

/** `/directives/{slug}` */
export const oneDirective = z.strictObject({ data: directive, meta: noMeta });

export type DirectiveInList = z.infer<typeof directiveInList>;
export type Directive = z.infer<typeof directive>;
export type DirectiveReference = z.infer<typeof directiveReference>;
export type Directives = z.infer<typeof directives>;
export type OneDirective = z.infer<typeof oneDirective>;

/**
 * The filters of `/directives`, as its parameters are parsed; days are civil, of issue. `agency` is the present slug, a
 * former one or the document id; `number` in any spelling.
 */
export type DirectiveFilters = {
  type?: string | undefined;
  agency?: string | undefined;
  number?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  /** What was typed: with portal-search alone. */
  q?: string | undefined;
};
