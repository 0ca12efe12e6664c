import { z } from 'zod';

const options = z.strictObject({
  /** The content API tokens, by name, with which one-stop systems report, each for one agency. */
  reportTokens: z.record(
    z.string().min(1),
    z.strictObject({
      /** The agency's slug or document id. */
      agency: z.string().min(1),
      /** Whether what is sent is published at once; else it is a draft that waits for an approver. */
      publish: z.boolean().optional(),
    }),
  ),
});

export type Options = z.infer<typeof options>;

export default {
  default: { reportTokens: {} },
  validator(config: unknown) {
    options.parse(config);
  },
};
