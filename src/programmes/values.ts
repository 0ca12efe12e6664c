import { z } from 'zod';
import { isDecimal } from '../decimals';
import { isCivilDay, writableText } from '../vietnamese';

/** Room for every real programme, so that a write takes a bounded time. */
const MOST_ROWS = 200;
const LONGEST = { name: 1_000, unit: 50, source: 500, prose: 20_000, id: 64 } as const;
const LONGEST_DECIMAL = 40;

const MISSING = 'còn trống';

const text = (longest: number) =>
  z
    .string('cần một chuỗi ký tự')
    .max(longest, `dài quá ${longest} ký tự`)
    .transform((typed) => writableText(typed).trim());

const someText = (longest: number) => text(longest).pipe(z.string().min(1, MISSING));

/** An empty text is none. */
const optionalText = (longest: number) =>
  text(longest)
    .nullish()
    .transform((typed) => typed || null);

/** Years of the calendar that a plan can name. */
export const EARLIEST_YEAR = 1945;
export const LATEST_YEAR = 2199;

const year = z
  .int('cần một năm, ví dụ 2025')
  .min(EARLIEST_YEAR, `năm sớm nhất là ${EARLIEST_YEAR}`)
  .max(LATEST_YEAR, `năm muộn nhất là ${LATEST_YEAR}`);

/** What a form keeps of a figure that it cannot read, so that nothing typed is lost. */
const unreadable = z.object({ typed: z.string() });

const decimal = z.unknown().transform((value, context): string => {
  if (typeof value === 'string' && value.length <= LONGEST_DECIMAL && isDecimal(value)) return value;
  const { success, data } = unreadable.safeParse(value);
  const message =
    success && data.typed.trim() !== ''
      ? `“${data.typed.slice(0, LONGEST_DECIMAL)}” không phải là số; hãy viết như 1.125.000 hoặc 3,5`
      : !success && value !== undefined && value !== null && value !== ''
        ? 'cần một số thập phân, ví dụ "1125000" hoặc "3.5"'
        : MISSING;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

const day = z
  .string(MISSING)
  .min(1, MISSING)
  .refine(isCivilDay, { error: 'cần một ngày có thật, ví dụ 31/12/2025', abort: true });

const documentId = z.string('cần một mã tài liệu').min(1, MISSING).max(LONGEST.id, 'mã tài liệu quá dài');

/** A list with more bad rows is not read to its end: what a request costs is bounded, whatever is wrong with it. */
const MOST_BAD_ROWS = 20;

const rows = <Row extends z.ZodType>(row: Row) =>
  z
    .array(z.unknown(), 'cần một danh sách')
    .max(MOST_ROWS, `có quá ${MOST_ROWS} dòng`)
    .transform((list, context) => {
      const read: z.output<Row>[] = [];
      let bad = 0;
      for (const [index, given] of list.entries()) {
        const result = row.safeParse(given);
        if (result.success) read.push(result.data);
        else bad += 1;
        for (const issue of result.error?.issues ?? []) context.addIssue({ ...issue, path: [index, ...issue.path] });
        if (bad === MOST_BAD_ROWS) break;
      }
      return bad > 0 ? z.NEVER : read;
    });

const agencies = rows(documentId)
  .default([])
  .transform((ids) => [...new Set(ids)]);

const byYear = <Row extends z.ZodType<{ year: number }>>(row: Row) =>
  rows(row)
    .default([])
    .superRefine((list, context) => {
      const seen = new Set<number>();
      for (const [index, { year }] of list.entries()) {
        if (seen.has(year)) {
          context.addIssue({ code: 'custom', path: [index, 'year'], message: 'năm này đã có một dòng khác' });
        }
        seen.add(year);
      }
    })
    .transform((list) => [...list].sort((one, other) => one.year - other.year));

const figure = z.strictObject({ year, value: decimal });

const target = z
  .strictObject({
    name: someText(LONGEST.name),
    nameEn: optionalText(LONGEST.name),
    unit: someText(LONGEST.unit),
    unitEn: optionalText(LONGEST.unit),
    qualifier: z.enum(['exact', 'about', 'atLeast', 'atMost'], 'hãy chọn một mức độ').default('exact'),
    increment: z.boolean('cần true hoặc false').default(false),
    /** What is to be reached in `dueYear`. */
    value: decimal,
    dueYear: year,
    baseline: figure.nullish().transform((given) => given ?? null),
    /** Steps on the way, before `dueYear`. */
    planned: byYear(figure),
    actual: byYear(
      z.strictObject({
        ...figure.shape,
        asOf: day,
        source: someText(LONGEST.source),
        sourceEn: optionalText(LONGEST.source),
      }),
    ),
    agencies,
  })
  .superRefine(({ baseline, planned, dueYear, actual }, context) => {
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (baseline && baseline.year >= dueYear) refuse(['baseline', 'year'], `phải trước năm phải đạt (${dueYear})`);
    for (const [index, { year }] of planned.entries()) {
      if (year >= dueYear) refuse(['planned', index, 'year'], `phải trước năm phải đạt (${dueYear})`);
      if (baseline && year <= baseline.year) {
        refuse(['planned', index, 'year'], `phải sau năm của giá trị ban đầu (${baseline.year})`);
      }
    }
    for (const [index, { year, asOf }] of actual.entries()) {
      if (asOf < `${year}-01-01`) refuse(['actual', index, 'asOf'], `không thể trước năm ${year}`);
    }
  });

const measure = z.strictObject({
  name: someText(LONGEST.name),
  group: optionalText(LONGEST.name),
  agencies,
});

const project = z.strictObject({
  name: someText(LONGEST.name),
  nameEn: optionalText(LONGEST.name),
  agency: documentId.nullish().transform((id) => id ?? null),
  status: z.enum(['planned', 'ongoing', 'finished', 'stopped'], 'hãy chọn một tình trạng').default('planned'),
  funding: rows(
    z.strictObject({
      source: someText(LONGEST.source),
      sourceEn: optionalText(LONGEST.source),
      year,
      value: decimal,
      unit: someText(LONGEST.unit),
      unitEn: optionalText(LONGEST.unit),
    }),
  ).default([]),
});

const report = z.strictObject({
  on: day,
  summary: someText(LONGEST.prose),
  problems: optionalText(LONGEST.prose),
});

/** The values of a programme that are stored as JSON, by attribute. Agencies and directives are document ids. */
export const programmeValues = {
  targets: rows(target),
  tasks: rows(measure),
  solutions: rows(measure),
  projects: rows(project),
  reports: rows(report),
  documents: rows(documentId).transform((ids) => [...new Set(ids)]),
};

export type ProgrammeValue = keyof typeof programmeValues;
export const PROGRAMME_VALUES = Object.keys(programmeValues) as ProgrammeValue[];

export type ProgrammeValues = { [Name in ProgrammeValue]: z.infer<(typeof programmeValues)[Name]> };
export type Target = ProgrammeValues['targets'][number];
export type Measure = ProgrammeValues['tasks'][number];
export type Project = ProgrammeValues['projects'][number];

/** Of years, both included. */
export type Period = { from: number; to: number };
