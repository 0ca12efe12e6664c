import { z } from 'zod';
import { PERIOD_KINDS } from '../reports';
import { civilDay, currentSlug, instant, nextCursor, reference } from './primitives';

const period = z
  .strictObject({
    from: civilDay.describe('Its first day, YYYY-MM-DD.'),
    to: civilDay.describe('Its last day, YYYY-MM-DD.'),
    kind: z.enum(PERIOD_KINDS).describe('A month, a quarter or a year of the calendar.'),
  })
  .describe('The period that is reported.');

const count = (description: string) => z.int().min(0).describe(description);

const share = (description: string) =>
  z
    .string()
    .regex(/^\d{1,3}\.\d{2}$/)
    .nullable()
    .describe(`${description}, in per cent with two places: 98.50. Null of nothing.`);

const procedureCounts = {
  received: count('Dossiers received in the period.'),
  receivedOnline: count('Of these online.').nullable(),
  receivedInPerson: count('Of these in person or by post.').nullable(),
  carriedOver: count('Dossiers carried over from the period before.'),
  resolvedEarly: count('Resolved before they were due.'),
  resolvedOnTime: count('Resolved when they were due.'),
  resolvedLate: count('Resolved late.'),
  pendingInTime: count('Pending at the end, and not yet due.'),
  pendingOverdue: count('Pending at the end, and overdue.'),
  returned: count('Returned to the applicant, or withdrawn.'),
  resolved: count('Resolved early, on time and late.'),
  pending: count('Pending at the end of the period.'),
  onTimeShare: share('Resolved early or on time, of those resolved'),
  onlineShare: share('Received online, of those received'),
};

const exchangeCounts = {
  sent: count('Documents sent.'),
  received: count('Documents received.'),
  digitallySigned: count('Of those sent and received, signed digitally.'),
  onTime: count('Of those received, processed on time.'),
  onTimeShare: share('Processed on time, of those received'),
  digitallySignedShare: share('Signed digitally, of those sent and received'),
};

const display = z.string().describe('The counts in a sentence, as the portal prints it.');

const row = <Counts extends z.ZodRawShape>(counts: Counts) =>
  z.strictObject({
    agency: reference
      .nullable()
      .describe('Who reports, by its name on the last day of the period; null in a series of all agencies.'),
    field: z.string().nullable().describe('The field of its work; null of a row of all that the agency did.'),
    period,
    ...counts,
    corrections: z
      .array(
        z.strictObject({
          on: instant,
          note: z.string().describe('What was corrected, and why, as plain text.'),
        }),
      )
      .describe('The newest corrections of what was published, the oldest of them first.'),
    display,
  });

const answer = <Counts extends z.ZodRawShape>(counts: Counts, data: z.ZodType) =>
  z.strictObject({
    data: z
      .array(data as ReturnType<typeof row<Counts>>)
      .describe('The latest period first, then by agency and field.'),
    meta: z
      .strictObject({
        nextCursor,
        filters: z
          .strictObject({
            agency: currentSlug('the agency'),
          })
          .describe('The filters that name something, as they were understood.'),
        totals: z
          .strictObject({ ...counts, display })
          .describe(
            'Over the whole filter: over time flows are summed, what was carried over is the first period’s and what is pending the last’s; over agencies and fields all are summed.',
          ),
        missing: z
          .array(
            z.strictObject({
              ...reference.shape,
              periods: z.array(period).describe('The periods that it has not reported, the latest first.'),
            }),
          )
          .describe(
            'Agencies that have not reported all of a period: of the last that any agency has, or with from or to of the last twelve in the filter. A quarter is reported by its report, a longer one or its three months. Without by each agency is asked for periods as long as its last report. Those that existed then, of the levels that report.',
          ),
      })
      .describe('About the page, its filters and the sums over them.'),
  });

export const procedureProgressRow = row(procedureCounts);
export const documentExchangeRow = row(exchangeCounts);

/** `/procedure-progress` */
export const procedureProgress = answer(procedureCounts, procedureProgressRow);

/** `/document-exchange` */
export const documentExchange = answer(exchangeCounts, documentExchangeRow);

export type ProcedureProgressRow = z.infer<typeof procedureProgressRow>;
export type DocumentExchangeRow = z.infer<typeof documentExchangeRow>;
export type ProcedureProgress = z.infer<typeof procedureProgress>;
export type DocumentExchange = z.infer<typeof documentExchange>;

/**
 * The filters of `/procedure-progress` and `/document-exchange`, as their parameters are parsed; days are civil. `agency` is
 * the present slug, a former one or the document id; periods lie between the days. Without `by` the rows are those that were
 * reported; with `series` there is one row a period, by month unless `by` says otherwise.
 */
export type ReportFilters = {
  agency?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  by?: (typeof PERIOD_KINDS)[number] | undefined;
  series?: boolean | undefined;
};
