import { z } from 'zod';

/** An instant with the portal's offset: `2021-02-19T17:17:00+07:00`. */
export const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00$/);

/** A civil day: `2021-02-19`. */
export const civilDay = z.iso.date();

/** A document id: stable across edits and republishing. */
export const documentId = z.string().min(1);

export const slugAndName = z.strictObject({ slug: z.string(), name: z.string() });
