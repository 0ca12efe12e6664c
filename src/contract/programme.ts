import { z } from 'zod';
import { civilDay, currentSlug, documentId, nextCursor, noMeta, reference, slug } from './primitives';

const year = z.int().describe('A year of the calendar.');

/** A decimal string, digit by digit as it was entered: `1125000`, `312.50`. */
const decimal = z
  .string()
  .regex(/^-?(0|[1-9]\d*)(\.\d+)?$/)
  .describe('A decimal, digit by digit as it was entered: 1125000, 312.50.');

const figure = z.strictObject({ year, value: decimal.describe('The figure, a decimal, in the unit of the target.') });

const progressYear = z.strictObject({
  year,
  planned: decimal
    .nullable()
    .describe('The plan: between two planned years a straight line, rounded. Null before the first of them.'),
  actual: decimal.nullable().describe('What was reported; null without a report.'),
  state: z
    .enum(['open', 'notReported', 'uncompared', 'met', 'late'])
    .describe(
      'How the report stands to the plan; uncompared without a plan, notReported once the year has gone by, open before.',
    ),
});

const progress = z
  .strictObject({
    status: z
      .enum(['open', 'notReported', 'uncompared', 'onTrack', 'late', 'reached', 'missed'])
      .describe('How the target stands, by its last report and the portal’s year.'),
    reportedYear: year.nullable().describe('The last year with a report; null without one.'),
    gap: decimal
      .nullable()
      .describe('The last report minus the plan of its year, in the unit; null without a report or a plan.'),
    share: decimal
      .nullable()
      .describe('The last report in per cent of the way from the beginning to the target; null where there is no way.'),
    years: z.array(progressYear).describe('Every year of the period to the last that is due or reported, in order.'),
  })
  .describe('Derived from the plan and the reports, never entered.');

const target = z.strictObject({
  name: z.string().describe('What is to be reached, as plain text.'),
  unit: z.string().describe('What all its figures are counted in.'),
  qualifier: z.enum(['exact', 'about', 'atLeast', 'atMost']).describe('How the figure of the target is meant.'),
  increment: z.boolean().describe('Whether the figures count what is added to what there was.'),
  baseline: figure.nullable().describe('What there was before; null where nobody said.'),
  planned: z.array(figure).describe('The plan by year, in order; the last is the target itself, of dueYear.'),
  actual: z
    .array(
      z.strictObject({
        ...figure.shape,
        asOf: civilDay.describe('The day up to which the figure counts, YYYY-MM-DD.'),
        source: z.string().describe('Who says so, as plain text.'),
      }),
    )
    .describe('What was reported, by year, in order.'),
  dueYear: year.describe('The year in which the target is to be reached.'),
  agencies: z.array(reference).describe('The agencies that are responsible.'),
  progress,
  display: z.string().describe('The target as the portal prints it: “thêm khoảng 35.000 lao động”.'),
});

const measure = z.strictObject({
  name: z.string().describe('What is to be done, as plain text.'),
  group: z.string().nullable().describe('The heading under which several of them stand; null without one.'),
  agencies: z.array(reference).describe('The agencies that are responsible.'),
});

const project = z.strictObject({
  name: z.string().describe('Its name, as plain text.'),
  agency: reference.nullable().describe('The agency that leads it; null where nobody said.'),
  funding: z
    .array(
      z.strictObject({
        source: z.string().describe('Where the money comes from, as plain text.'),
        year,
        value: decimal,
        unit: z.string().describe('What the value is counted in.'),
      }),
    )
    .describe('Its money by source and year.'),
  status: z.enum(['planned', 'ongoing', 'finished', 'stopped']).describe('How far it is.'),
});

const report = z.strictObject({
  on: civilDay.describe('The day of the report, YYYY-MM-DD.'),
  summary: z.string().describe('The state of affairs, as plain text.'),
  problems: z.string().nullable().describe('The problems that there are, as plain text; null without any.'),
});

const governing = z.strictObject({
  id: documentId,
  number: z.string().describe('The number of the document, as it is written.'),
  slug,
});

/** A programme as lists show it; `period` is from the first day of a year to the last of another. */
export const programmeInList = z.strictObject({
  id: documentId,
  slug,
  name: z.string().describe('Its name, as plain text.'),
  period: z
    .strictObject({ from: year.describe('Its first year.'), to: year.describe('Its last year.') })
    .describe('The years in which it runs.'),
  agency: reference.nullable().describe('The agency that owns it.'),
  summary: z.string().nullable().describe('What it is about, as plain text; null without one.'),
  status: z.enum(['planned', 'ongoing', 'ended', 'stopped']).describe('Whether it runs, on the portal’s day.'),
});

export const programme = z.strictObject({
  ...programmeInList.shape,
  targets: z.array(target).describe('What is to be reached.'),
  tasks: z.array(measure).describe('What is to be done for it.'),
  solutions: z.array(measure).describe('By which means.'),
  projects: z.array(project).describe('The projects in it.'),
  documents: z.array(governing).describe('The directives that govern it and are public.'),
  reports: z.array(report).describe('Reports on its state.'),
});

/** `/programmes` */
export const programmes = z.strictObject({
  data: z.array(programmeInList).describe('The programmes, the latest period first.'),
  meta: z
    .strictObject({
      nextCursor,
      filters: z
        .strictObject({ agency: currentSlug('the agency') })
        .describe('The filters that name something, as they were understood.'),
    })
    .describe('About the page and its filters.'),
});

/** `/programmes/{slug}` */
export const oneProgramme = z.strictObject({ data: programme, meta: noMeta });

export type ProgrammeInList = z.infer<typeof programmeInList>;
export type Programme = z.infer<typeof programme>;
export type ProgrammeTarget = z.infer<typeof target>;
export type Programmes = z.infer<typeof programmes>;
export type OneProgramme = z.infer<typeof oneProgramme>;

/** The filters of `/programmes`. `agency` is the present slug, a former one or the document id. */
export type ProgrammeFilters = { agency?: string | undefined };
