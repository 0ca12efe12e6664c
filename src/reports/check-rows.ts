import { z } from 'zod';
import { formatNumber, isEnglish, writableText } from '../vietnamese';
import { countsOf, type Counts, type ReportKind, type ReportRow } from './counts';
import { fieldKey } from './field-key';
import { problemWords } from './problem-words';

/** Room for every real report, so that a write takes a bounded time. */
export const MOST_FIELDS = 200;
const LONGEST_FIELD = 300;
/** Sums of all reports of a century stay exact in JavaScript. */
export const LARGEST_COUNT = 999_999_999;

/** What is wrong, in Vietnamese; `path` begins with the row's index. */
type RowProblem = { path: string[]; message: string };

type CheckedRows<Kind extends ReportKind> =
  { ok: true; value: ReportRow<Kind>[] } | { ok: false; problems: RowProblem[] };

/** What a form keeps of a count that it cannot read, so that nothing typed is lost. */
const unreadable = z.object({ typed: z.string() });

const count = (isOptional?: true) =>
  z.unknown().transform((value, context): number | null => {
    if (isOptional && (value === null || value === undefined)) return null;
    const message = countProblem(value);
    if (message === null) return value as number;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

/** Why a value is not a count, to be said after the count's label; null for a count. */
export function countProblem(value: unknown, locale = 'vi'): string | null {
  const words = problemWords(locale);
  const { success, data } = unreadable.safeParse(value);
  if (success && data.typed.trim() !== '') return words.unreadable(data.typed.slice(0, 40));
  if (typeof value !== 'number') return value === null || value === undefined ? words.empty : words.noNumber;
  if (value < 0) return words.negative;
  if (value > LARGEST_COUNT) return words.tooLarge(written(LARGEST_COUNT));
  return Number.isSafeInteger(value) ? null : words.fraction;
}

const rowShape = (kind: ReportKind) =>
  z.strictObject({
    field: z
      .string('cần một chuỗi ký tự')
      .max(LONGEST_FIELD, `dài quá ${LONGEST_FIELD} ký tự`)
      .nullish()
      .transform((typed) => (typed ? writableText(typed).replace(/\s+/gu, ' ').trim() : '') || null)
      .refine((field) => field === null || fieldKey(field) !== '', 'cần có chữ hoặc số'),
    ...Object.fromEntries(
      countsOf(kind).map(({ name, isOptional }) => [name, isOptional ? count(isOptional).default(null) : count()]),
    ),
  });

const SHAPES = {
  'procedure-progress': rowShape('procedure-progress'),
  'document-exchange': rowShape('document-exchange'),
};

/** A list with more bad rows is not read to its end: what a request costs is bounded, whatever is wrong with it. */
const MOST_BAD_ROWS = 20;

/**
 * Checks the rows of a report: that each has its counts, that they add up, and that there is one row a field, or one row in
 * all. What it returns is to be stored: fields in NFC, with single spaces. Nothing (null) is no row.
 *
 * Sources: form II.06a of Circular 01/2020/TT-VPCP; received + carried over = resolved + pending + returned.
 */
export function checkRows<Kind extends ReportKind>(kind: Kind, given: unknown): CheckedRows<Kind> {
  const list = given ?? [];
  if (!Array.isArray(list)) return { ok: false, problems: [{ path: [], message: 'Số liệu: cần một danh sách' }] };
  if (list.length > MOST_FIELDS) {
    return { ok: false, problems: [{ path: [], message: `Số liệu: có quá ${MOST_FIELDS} lĩnh vực` }] };
  }
  const value: ReportRow<Kind>[] = [];
  const problems: RowProblem[] = [];
  let bad = 0;
  for (const [index, one] of list.entries()) {
    const found = rowProblems(kind, one, index, value);
    problems.push(...found);
    if (found.length > 0) bad += 1;
    if (bad === MOST_BAD_ROWS) break;
  }
  if (problems.length === 0) problems.push(...fieldProblems(value));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}

/** The problems of one row, which is added to the others where it has none. */
function rowProblems<Kind extends ReportKind>(
  kind: Kind,
  given: unknown,
  index: number,
  read: ReportRow<Kind>[],
): RowProblem[] {
  const labels = new Map(countsOf(kind).map(({ name, label }) => [name, label]));
  const place = placeOf(given, index);
  const result = SHAPES[kind].safeParse(given);
  if (!result.success) {
    return result.error.issues.map(({ path: [name], message, code }) => ({
      path: [String(index), ...(name === undefined ? [] : [String(name)])],
      message: `${place}${name === undefined ? '' : `, “${labels.get(String(name)) ?? 'Lĩnh vực'}”`}: ${
        code === 'unrecognized_keys'
          ? 'có phần không được chấp nhận'
          : name === undefined
            ? 'cần một dòng số liệu'
            : message
      }`,
    }));
  }
  const row = result.data as unknown as ReportRow<Kind>;
  const problems = imbalances(kind, row as unknown as ReportRow).map(({ name, message }) => ({
    path: [String(index), name],
    message: `${place}: ${message}`,
  }));
  if (problems.length === 0) read.push(row);
  return problems;
}

/** Fields that are missing in a report of several rows, or that occur twice. */
export function fieldProblems(rows: readonly { field: string | null }[], locale = 'vi'): RowProblem[] {
  const words = problemWords(locale);
  const seen = new Map<string, number>();
  return rows.flatMap(({ field }, index) => {
    const problem = (message: string) => [
      { path: [String(index), 'field'], message: words.atRow(index + 1) + message },
    ];
    if (field === null) return rows.length === 1 ? [] : problem(words.noField);
    const key = fieldKey(field);
    const first = seen.get(key);
    if (first !== undefined) return problem(words.fieldTwice(field, first + 1));
    seen.set(key, index);
    return [];
  });
}

/** What does not add up in a row that has all its counts, with by how much, at the count to look at first. */
export function imbalances(kind: ReportKind, row: ReportRow, locale = 'vi'): { name: string; message: string }[] {
  const problems =
    kind === 'procedure-progress'
      ? procedureImbalances(row as ReportRow<'procedure-progress'>, locale)
      : exchangeImbalances(row as ReportRow<'document-exchange'>, locale);
  const { apart } = problemWords(locale);
  return problems.map(({ name, message, by }) => ({ name, message: `${message}: ${apart(written(Math.abs(by)))}` }));
}

type Imbalance = { name: string; message: string; by: number };

const written = (value: number): string => formatNumber(String(value));

function procedureImbalances(row: Counts<'procedure-progress'>, locale: string): Imbalance[] {
  const words = problemWords(locale);
  const labelOf = labels('procedure-progress', locale);
  const problems: Imbalance[] = [];
  const { received, receivedOnline: online, receivedInPerson: inPerson, carriedOver } = row;
  if (online !== null && inPerson !== null && received !== online + inPerson) {
    const numbers = { received, online, inPerson, sum: online + inPerson };
    problems.push({ name: 'received', message: words.receipts(allWritten(numbers)), by: received - numbers.sum });
  }
  for (const [name, part] of [
    ['receivedOnline', online],
    ['receivedInPerson', inPerson],
  ] as const) {
    if (part !== null && (online === null || inPerson === null) && part > received) {
      const names = { label: labelOf(name), of: labelOf('received') };
      const message = words.morePart({ ...names, ...allWritten({ part, whole: received }) });
      problems.push({ name, message, by: part - received });
    }
  }
  const resolved = row.resolvedEarly + row.resolvedOnTime + row.resolvedLate;
  const pending = row.pendingInTime + row.pendingOverdue;
  const [there, gone] = [received + carriedOver, resolved + pending + row.returned];
  if (there !== gone) {
    const message = words.balance(allWritten({ there, resolved, pending, returned: row.returned, gone }));
    problems.push({ name: 'carriedOver', message, by: there - gone });
  }
  return problems;
}

function exchangeImbalances(row: Counts<'document-exchange'>, locale: string): Imbalance[] {
  const words = problemWords(locale);
  const labelOf = labels('document-exchange', locale);
  const { sent, received, digitallySigned: signed, onTime } = row;
  const problems: Imbalance[] = [];
  if (signed > sent + received) {
    const message = words.moreSigned(allWritten({ signed, both: sent + received }));
    problems.push({ name: 'digitallySigned', message, by: signed - sent - received });
  }
  if (onTime > received) {
    const names = { label: labelOf('onTime'), of: labelOf('received') };
    const message = words.morePart({ ...names, ...allWritten({ part: onTime, whole: received }) });
    problems.push({ name: 'onTime', message, by: onTime - received });
  }
  return problems;
}

const allWritten = <Name extends string>(numbers: Record<Name, number>): Record<Name, string> =>
  Object.fromEntries(Object.entries<number>(numbers).map(([name, value]) => [name, written(value)])) as Record<
    Name,
    string
  >;

const labels =
  (kind: ReportKind, locale: string) =>
  (wanted: string): string => {
    const { label, english } = countsOf(kind).find(({ name }) => name === wanted)!;
    return isEnglish(locale) ? english : label;
  };

/** Where a row is, as a clerk would say it: `Dòng 3 “Đất đai”`. */
function placeOf(given: unknown, index: number): string {
  const field = (given as { field?: unknown } | null)?.field;
  const called = typeof field === 'string' ? field.trim().slice(0, LONGEST_FIELD) : '';
  return `Dòng ${index + 1}${called && ` “${called}”`}`;
}
