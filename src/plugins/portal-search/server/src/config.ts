import { z } from 'zod';

const options = z.strictObject({
  /** Whether searches in which nothing is found are counted. */
  countNoResults: z.boolean(),
});

export type Options = z.infer<typeof options>;

export default {
  default: { countNoResults: true },
  validator(config: unknown) {
    options.parse(config);
  },
};
