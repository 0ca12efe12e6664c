import { z } from 'zod';
import { formatNumber, writableText } from '../vietnamese';
import { countsOf, type Counts, type ReportKind, type ReportRow } from './counts';
import { fieldKey } from './field-key';

/** Room for every real report, so that a write takes a bounded time. */
export const MOST_FIELDS = 200;
const LONGEST_FIELD = 300;
/** Sums of all reports of a century stay exact in JavaScript. */
export const LARGEST_COUNT = 999_999_999;

/** What is wrong, in Vietnamese; `path` begins with the row's index. */
export type RowProblem = { path: string[]; message: string };

export type CheckedRows<Kind extends ReportKind> =
  { ok: true; value: ReportRow<Kind>[] } | { ok: false; problems: RowProblem[] };

const MISSING = 'còn trống';

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

/** Why a value is not a count, in Vietnamese, to be said after the count's label; null for a count. */
export function countProblem(value: unknown): string | null {
  const { success, data } = unreadable.safeParse(value);
  if (success && data.typed.trim() !== '') {
    return `“${data.typed.slice(0, 40)}” không phải là số nguyên; hãy viết như 1234 hoặc 1.234`;
  }
  if (typeof value !== 'number')
    return value === null || value === undefined ? MISSING : 'cần một số nguyên, ví dụ 1234';
  if (value < 0) return 'không thể là số âm';
  if (value > LARGEST_COUNT) return `lớn quá ${formatNumber(String(LARGEST_COUNT))}`;
  return Number.isSafeInteger(value) ? null : 'phải là số nguyên, không có phần lẻ';
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
export function fieldProblems(rows: readonly { field: string | null }[]): RowProblem[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ field }, index) => {
    const path = [String(index), 'field'];
    if (field === null) {
      if (rows.length === 1) return [];
      return [{ path, message: `Dòng ${index + 1}: có nhiều dòng thì mỗi dòng phải ghi lĩnh vực` }];
    }
    const key = fieldKey(field);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    return first === undefined
      ? []
      : [{ path, message: `Dòng ${index + 1}: lĩnh vực “${field}” đã có ở dòng ${first + 1}` }];
  });
}

/** What does not add up in a row that has all its counts, with by how much, at the count to look at first. */
export function imbalances(kind: ReportKind, row: ReportRow): { name: string; message: string }[] {
  return kind === 'procedure-progress'
    ? procedureImbalances(row as ReportRow<'procedure-progress'>)
    : exchangeImbalances(row as ReportRow<'document-exchange'>);
}

const written = (value: number): string => formatNumber(String(value));

function procedureImbalances(row: Counts<'procedure-progress'>): { name: string; message: string }[] {
  const problems: { name: string; message: string }[] = [];
  const { received, receivedOnline: online, receivedInPerson: inPerson, carriedOver } = row;
  if (online !== null && inPerson !== null && received !== online + inPerson) {
    problems.push({
      name: 'received',
      message: `“Tiếp nhận trong kỳ” là ${written(received)}, nhưng trực tuyến (${written(online)}) cộng trực tiếp, bưu chính (${written(inPerson)}) là ${written(online + inPerson)}: ${difference(received, online + inPerson)}`,
    });
  }
  for (const [name, part, label] of [
    ['receivedOnline', online, 'Tiếp nhận trực tuyến'],
    ['receivedInPerson', inPerson, 'Tiếp nhận trực tiếp, bưu chính'],
  ] as const) {
    if (part !== null && (online === null || inPerson === null) && part > received) {
      problems.push({
        name,
        message: `“${label}” (${written(part)}) nhiều hơn “Tiếp nhận trong kỳ” (${written(received)}): ${difference(part, received)}`,
      });
    }
  }
  const resolved = row.resolvedEarly + row.resolvedOnTime + row.resolvedLate;
  const pending = row.pendingInTime + row.pendingOverdue;
  const [there, gone] = [received + carriedOver, resolved + pending + row.returned];
  if (there !== gone) {
    problems.push({
      name: 'carriedOver',
      message: `tiếp nhận trong kỳ cộng kỳ trước chuyển sang là ${written(there)}, nhưng đã giải quyết (${written(resolved)}) cộng đang giải quyết (${written(pending)}) cộng trả lại, rút (${written(row.returned)}) là ${written(gone)}: ${difference(there, gone)}`,
    });
  }
  return problems;
}

function exchangeImbalances(row: Counts<'document-exchange'>): { name: string; message: string }[] {
  const { sent, received, digitallySigned, onTime } = row;
  const problems: { name: string; message: string }[] = [];
  if (digitallySigned > sent + received) {
    problems.push({
      name: 'digitallySigned',
      message: `“Văn bản ký số” (${written(digitallySigned)}) nhiều hơn văn bản gửi và nhận (${written(sent + received)}): ${difference(digitallySigned, sent + received)}`,
    });
  }
  if (onTime > received) {
    problems.push({
      name: 'onTime',
      message: `“Văn bản xử lý đúng hạn” (${written(onTime)}) nhiều hơn “Văn bản nhận” (${written(received)}): ${difference(onTime, received)}`,
    });
  }
  return problems;
}

const difference = (one: number, other: number): string => `lệch ${written(Math.abs(one - other))}`;

/** Where a row is, as a clerk would say it: `Dòng 3 “Đất đai”`. */
function placeOf(given: unknown, index: number): string {
  const field = (given as { field?: unknown } | null)?.field;
  const called = typeof field === 'string' ? field.trim().slice(0, LONGEST_FIELD) : '';
  return `Dòng ${index + 1}${called && ` “${called}”`}`;
}
