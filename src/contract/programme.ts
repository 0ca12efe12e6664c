import { z } from 'zod';
import { civilDay, documentId } from './primitives';

const reference = z.strictObject({ id: documentId, slug: z.string(), name: z.string() });
const year = z.int();
/** A decimal string, digit by digit as it was entered: `1125000`, `312.50`. */
const decimal = z.string().regex(/^-?(0|[1-9]\d*)(\.\d+)?$/);

const figure = z.strictObject({ year, value: decimal });

/**
 * Derived from plan and reports, never typed. Year by year from the period's first to the last that is due or reported:
 * `planned` is the plan, between two years of it a straight line (at most two places more exact than it has to be), null
 * before its first year; `state` is how the year's report stands to it. `reportedYear` is the last with a report, `gap`
 * its figure minus the plan of that year, `share` per cent of the way from the beginning to the target with two places.
 */
const progress = z.strictObject({
  status: z.enum(['open', 'notReported', 'uncompared', 'onTrack', 'late', 'reached', 'missed']),
  reportedYear: year.nullable(),
  gap: decimal.nullable(),
  share: decimal.nullable(),
  years: z.array(
    z.strictObject({
      year,
      planned: decimal.nullable(),
      actual: decimal.nullable(),
      state: z.enum(['open', 'notReported', 'uncompared', 'met', 'late']),
    }),
  ),
});

const target = z.strictObject({
  name: z.string(),
  unit: z.string(),
  qualifier: z.enum(['exact', 'about', 'atLeast', 'atMost']),
  /** Whether the figures count what is added to what there was. */
  increment: z.boolean(),
  baseline: figure.nullable(),
  /** By year; the last is the target itself, of `dueYear`. */
  planned: z.array(figure),
  /** By year; `asOf` is the day up to which the figure counts. */
  actual: z.array(z.strictObject({ ...figure.shape, asOf: civilDay, source: z.string() })),
  dueYear: year,
  agencies: z.array(reference),
  progress,
  display: z.string(),
});

/** A task or a solution; `group` is the heading under which several stand. */
const measure = z.strictObject({ name: z.string(), group: z.string().nullable(), agencies: z.array(reference) });

const project = z.strictObject({
  name: z.string(),
  agency: reference.nullable(),
  funding: z.array(z.strictObject({ source: z.string(), year, value: decimal, unit: z.string() })),
  status: z.enum(['planned', 'ongoing', 'finished', 'stopped']),
});

const report = z.strictObject({ on: civilDay, summary: z.string(), problems: z.string().nullable() });

/** A directive that governs the programme. */
const governing = z.strictObject({ id: documentId, number: z.string(), slug: z.string() });

/** A programme as lists show it; `period` is from the first day of a year to the last of another. */
export const programmeInList = z.strictObject({
  id: documentId,
  slug: z.string(),
  name: z.string(),
  period: z.strictObject({ from: year, to: year }),
  agency: reference.nullable(),
  summary: z.string().nullable(),
  status: z.enum(['planned', 'ongoing', 'ended', 'stopped']),
});

export const programme = z.strictObject({
  ...programmeInList.shape,
  targets: z.array(target),
  tasks: z.array(measure),
  solutions: z.array(measure),
  projects: z.array(project),
  documents: z.array(governing),
  reports: z.array(report),
});

/** `/programmes` */
export const programmes = z.strictObject({
  data: z.array(programmeInList),
  meta: z.strictObject({ nextCursor: z.string().nullable() }),
});

/** `/programmes/{slug}` */
export const oneProgramme = z.strictObject({ data: programme, meta: z.strictObject({}) });

export type ProgrammeInList = z.infer<typeof programmeInList>;
export type Programme = z.infer<typeof programme>;
export type ProgrammeTarget = z.infer<typeof target>;
export type ProgrammeProgress = z.infer<typeof progress>;
export type Programmes = z.infer<typeof programmes>;
export type OneProgramme = z.infer<typeof oneProgramme>;
