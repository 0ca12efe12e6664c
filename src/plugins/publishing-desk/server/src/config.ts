import { z } from 'zod';
import { CHECK_NAMES, type CheckSettings } from './checks/check-names';

const options = z.strictObject({
  /** Names of the content API tokens that may write watched types and files; all others are refused. */
  tokensThatWrite: z.array(z.string().min(1)),
  /** Routes of Strapi, such as `GET /content-releases`, that are unknown to the desk and not refused. */
  hostRoutes: z.array(z.string().regex(/^[A-Z]+ \//)),
  /** Whether the last author of a text needs a reason to publish it without a second person. */
  fourEyes: z.boolean(),
  invitations: z.strictObject({
    /** Whether invitations are also sent by e-mail. The default provider of Strapi (sendmail) reaches few mailboxes. */
    mail: z.boolean(),
    /** How many days an invitation is good for. */
    expiresAfterDays: z.int().min(1).max(90),
  }),
  /** The checks of a document before it is published, `advice` where nothing is said; `stop` keeps a person from publishing. */
  checks: z.record(z.string(), z.enum(['off', 'advice', 'stop'])),
  history: z.strictObject({
    /** How long versions of documents and audit rows are kept; audit rows at least a year. */
    versionMonths: z.int().min(1),
    auditMonths: z.int().min(12),
  }),
  trash: z.strictObject({
    /** How long what was deleted can be restored, with its history: whatever `history` says, these versions are kept. */
    days: z.int().min(1).max(365),
  }),
  preview: z.strictObject({
    /** How long a link to a draft lasts: one hour to 30 days. */
    hours: z.int().min(1).max(720),
  }),
});

export type Options = z.infer<typeof options>;

export default {
  default: {
    tokensThatWrite: [],
    hostRoutes: [],
    fourEyes: true,
    invitations: { mail: false, expiresAfterDays: 7 },
    checks: Object.fromEntries(CHECK_NAMES.map((name) => [name, 'advice'])) as CheckSettings,
    history: { versionMonths: 24, auditMonths: 60 },
    trash: { days: 30 },
    preview: { hours: 24 },
  },

  validator(config: unknown) {
    options.parse(config);
  },
};

export const parseOptions = (config: unknown): Options => options.parse(config);
