import { z } from 'zod';

const options = z.strictObject({
  /** Names of the content API tokens that may write what the desk watches; every other is refused. */
  tokensThatWrite: z.array(z.string().min(1)),
});

export type Options = z.infer<typeof options>;

export default {
  default: (): Options => ({ tokensThatWrite: [] }),

  validator(config: unknown) {
    options.parse(config);
  },
};
