import { z } from 'zod';
import { CHECK_NAMES, type CheckSettings } from './checks/check-names';

const options = z.strictObject({
  /** Names of the content API tokens that may write what the desk watches; every other is refused. */
  tokensThatWrite: z.array(z.string().min(1)),
  /** Whether whoever changed an article last needs a reason to publish it alone. */
  fourEyes: z.boolean(),
  invitations: z.strictObject({
    /** Whether invitations are sent, too, by Strapi's e-mail plugin, whose own default provider reaches hardly anybody. */
    mail: z.boolean(),
  }),
  /** What is looked at before an article is published; `stop` keeps a person from publishing. */
  checks: z.record(z.enum(CHECK_NAMES), z.enum(['off', 'advice', 'stop'])),
  history: z.strictObject({
    /** How long contents of documents are kept, and how long it is known who did what: no less than a year. */
    versionMonths: z.int().min(1),
    auditMonths: z.int().min(12),
  }),
  preview: z.strictObject({
    /** How long a link to a draft lasts: an hour to a month. */
    hours: z.int().min(1).max(720),
  }),
});

export type Options = z.infer<typeof options>;

export default {
  default: {
    tokensThatWrite: [],
    fourEyes: true,
    invitations: { mail: false },
    checks: Object.fromEntries(CHECK_NAMES.map((name) => [name, 'advice'])) as CheckSettings,
    history: { versionMonths: 24, auditMonths: 60 },
    preview: { hours: 24 },
  },

  validator(config: unknown) {
    options.parse(config);
  },
};

export const parseOptions = (config: unknown): Options => options.parse(config);
