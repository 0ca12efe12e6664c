import { z } from 'zod';
import { address } from './address';

const problemOf = (details: z.ZodType) =>
  z.strictObject({
    data: z.null().describe('Always null.'),
    error: z
      .strictObject({
        status: z.int().describe('The status code of the response.'),
        name: z.string().describe('The kind of failure, in one word.'),
        message: z.string().describe('What is wrong, in Vietnamese, to be shown to a person.'),
        details: details.describe('What programs can go by.'),
      })
      .describe('The failure.'),
  });

/** Every failure, in Strapi's own form. */
export const problem = problemOf(
  z.looseObject({
    parameter: z.string().optional().describe('The parameter that a 400 is about.'),
  }),
);

/** 410: what is known of what was there. */
export const gone = problemOf(address);
