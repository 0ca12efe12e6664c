import { z } from 'zod';

const options = z.strictObject({
  /** Names of the content API tokens that may write what the desk watches; every other is refused. */
  tokensThatWrite: z.array(z.string().min(1)),
  /** Whether whoever changed an article last needs a reason to publish it alone. */
  fourEyes: z.boolean(),
});

export type Options = z.infer<typeof options>;

export default {
  default: (): Options => ({ tokensThatWrite: [], fourEyes: false }),

  validator(config: unknown) {
    options.parse(config);
  },
};
