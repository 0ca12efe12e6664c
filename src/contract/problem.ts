import { z } from 'zod';
import { address } from './address';

const problemOf = (details: z.ZodType) =>
  z.strictObject({
    data: z.null(),
    error: z.strictObject({ status: z.int(), name: z.string(), message: z.string(), details }),
  });

/** Every failure, in Strapi's own form. A 400 names the `parameter` in `details`. */
export const problem = problemOf(z.looseObject({ parameter: z.string().optional() }));

/** 410: what is known of what was there. */
export const gone = problemOf(address);
