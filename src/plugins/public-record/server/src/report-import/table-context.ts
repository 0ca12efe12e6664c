import { type Period, periodName, periodText } from '../../../../../reports';
import { flatKey } from '../../../../../vietnamese';
import type { AgencyNames, KnownAgency } from './agency-names';
import type { Table } from './find-tables';
import {
  mayEndSo,
  mentionedPeriods,
  namesDays,
  namesParts,
  periodOf,
  periodOfName,
  rangeOf,
  samePeriod,
} from './read-period';

/** What an import takes where a file does not say it. */
export type Defaults = { agency: KnownAgency | null; period: Period | null };

/** What the lines above a table, or its sheet's name, say for all of its rows: one value, none, or what is unclear. */
type ContextValue<Value> = { value: Value | null; problem?: undefined } | { value?: undefined; problem: string };

type Lines = Pick<Table, 'above' | 'sheet'>;

/**
 * The period of a table. A line “Kỳ báo cáo” counts before the others; a sheet named after a month is of that month in the
 * year that the lines say, or that was chosen.
 */
export function contextPeriod({ above, sheet }: Lines, chosen: Period | null = null): ContextValue<Period> {
  const lines = above.map((texts) => texts.join(' '));
  const ofLines = periodOfLines(above, lines);
  if (ofLines.problem !== undefined) return ofLines;
  const { value } = ofLines;
  const year = (value ?? chosen)?.from.slice(0, 4);
  const byName = periodOf(sheet.name) ?? (year === undefined ? null : periodOfName(sheet.name, year));
  // A year is the name of many a sheet.
  const ofSheet = byName?.kind === 'year' ? null : byName;
  const isPart = value?.kind === 'year' && ofSheet?.from.slice(0, 4) === year;
  if (value && ofSheet && !isPart && !samePeriod(value, ofSheet)) {
    return { problem: `Tên trang là ${periodName(ofSheet)} nhưng dòng trên bảng là ${periodName(value)}: hãy sửa cho khớp.` }; // prettier-ignore
  }
  if (value?.kind === 'year' && !ofSheet && namesParts(sheet.name)) {
    return { problem: `Tên trang là “${sheet.name}” nhưng dòng trên bảng là ${periodName(value)}: hãy sửa cho khớp.` };
  }
  const found = ofSheet ?? value;
  const other = found && lines.find((line) => !mayEndSo(line, found));
  if (other) {
    return { problem: `Kỳ là ${periodName(found)} nhưng trên bảng có dòng “${other.trim().slice(0, 100)}”: hãy sửa cho khớp.` }; // prettier-ignore
  }
  return { value: found };
}

const OF_PERIOD = /^ky(?: bao cao| so lieu)?$/;

/** The periods that what is written after “Kỳ báo cáo:” names; days alone leave it to the other lines. */
function labelledPeriods(texts: readonly string[]): (Period | null)[] {
  const labelled = labelledTexts(texts);
  const at = labelled.findIndex(({ label }) => label !== null && OF_PERIOD.test(label));
  if (at < 0) return [];
  // It may go on in the cells beside it.
  const beside = labelled.slice(at + 1).findIndex(({ label }) => label !== null);
  const cells = labelled.slice(at, beside < 0 ? undefined : at + 1 + beside).map(({ text }) => text);
  const text = cells.join(' ');
  const whole = periodOf(cells[0]!) ?? periodOf(text);
  if (whole || flatKey(text.slice(0, 300)) === '') return whole ? [whole] : [];
  const mentioned = mentionedPeriods(text);
  return mentioned.length > 0 || namesDays(text) ? mentioned : [null];
}

function periodOfLines(above: Lines['above'], lines: readonly string[]): ContextValue<Period> {
  const labelled = above.flatMap(labelledPeriods);
  const named = lines.filter((line) => /\bky bao cao\b/.test(flatKey(line.slice(0, 300))));
  const mentioned =
    [labelled, named.flatMap(mentionedPeriods), lines.flatMap(mentionedPeriods)].find((some) => some.length > 0) ?? [];
  if (mentioned.includes(null)) {
    return { problem: 'Không rõ kỳ báo cáo ở các dòng trên bảng: cần một tháng, một quý hoặc một năm, ví dụ “Kỳ báo cáo: Quý III/2025”.' }; // prettier-ignore
  }
  const found = distinct(mentioned.length > 0 ? mentioned : lines.map(rangeOf), periodText);
  if (found.length > 1) {
    return { problem: `Các dòng trên bảng nêu nhiều kỳ (${found.map((one) => periodName(one)).join(', ')}): hãy chỉ giữ một dòng “Kỳ báo cáo”.` }; // prettier-ignore
  }
  return { value: found[0] ?? null };
}

/** Whether the lines above a table name years, and no other period. */
export const hasOnlyYears = ({ above }: Lines): boolean =>
  above.every((texts) => mentionedPeriods(texts.join(' ')).every((one) => one?.kind === 'year'));

const REPORTS = /^(?:ten )?(?:don vi|co quan)(?: don vi)?(?: bao cao| lap| thuc hien)?$/;

/** The agency of a table, as it was named in the period. A line “Đơn vị báo cáo” counts before the others; of a letterhead's two, the one below. */
export function contextAgency(
  { above, sheet }: Lines,
  agencies: AgencyNames,
  period: Period | null,
): ContextValue<KnownAgency> {
  const labelled: KnownAgency[] = [];
  const others: KnownAgency[] = [];
  for (const { label, text } of above.flatMap(labelledTexts)) {
    const found = agencies.find(text, period);
    if (text === '') continue;
    if (label !== null && REPORTS.test(label)) {
      if (found.length !== 1) return { problem: unknownAgency(text, found) };
      labelled.push(...found);
    } else if (label === null) others.push(...found, ...agencies.find(afterPreposition(text), period));
  }
  const lowest = (some: readonly KnownAgency[]) =>
    some.filter((one) => !some.some((other) => agencies.isBelow(other, one)));
  const found = distinct(labelled.length > 0 ? labelled : lowest(others), ({ documentId }) => documentId);
  if (found.length > 1) {
    return { problem: `Các dòng trên bảng nêu nhiều cơ quan (${found.map((one) => agencies.write(one)).join('; ')}): hãy ghi một dòng “Đơn vị báo cáo: …”.` }; // prettier-ignore
  }
  const ofSheet = agencies.find(sheet.name, period);
  const [ofLines] = found;
  if (ofLines && ofSheet.length === 1 && ofSheet[0] !== ofLines && !agencies.isBelow(ofSheet[0]!, ofLines)) {
    return { problem: `Tên trang là “${ofSheet[0]!.name}” nhưng dòng trên bảng là “${ofLines.name}”: hãy sửa cho khớp.` }; // prettier-ignore
  }
  return { value: ofLines ?? (ofSheet.length === 1 ? ofSheet[0]! : null) };
}

/** Whether a text among rows names an agency, with whatever it is numbered by and its short name beside it. */
export function namesAgency(text: string, agencies: AgencyNames): boolean {
  const bare = text.slice(0, 500).replace(/\s*\([^()]*\)\s*[:.]?\s*$/, '');
  return [text, bare, afterPreposition(bare)].some((one) => agencies.find(one).length > 0);
}

export function unknownAgency(text: string, found: readonly KnownAgency[]): string {
  const shown = text.trim().slice(0, 100);
  return found.length === 0
    ? `Không có cơ quan “${shown}”: ghi tên, tên viết tắt hoặc đường dẫn như trên hệ thống.`
    : `Có nhiều cơ quan tên “${shown}”: hãy ghi như trong tệp mẫu, hoặc ghi đường dẫn, ví dụ ${(found.find(({ dissolvedOn }) => dissolvedOn === null) ?? found[0]!).slug}.`;
}

/** The texts of a row, each with the label before its colon, which may be a cell of its own. */
function labelledTexts(texts: readonly string[]): { label: string | null; text: string }[] {
  const joined: string[] = [];
  for (const text of texts) {
    if (joined.at(-1)?.trimEnd().endsWith(':')) joined.push(`${joined.pop()!} ${text}`);
    else joined.push(text);
  }
  return joined.map((text) => {
    const colon = text.slice(0, 300).indexOf(':');
    return colon < 0
      ? { label: null, text }
      : { label: flatKey(text.slice(0, colon)), text: text.slice(colon + 1).trim() };
  });
}

/** “Kết quả giải quyết TTHC tại Sở Nội vụ” → “Sở Nội vụ”. */
const afterPreposition = (text: string): string =>
  (/.*\s(?:tại|của)\s(.*)$/iu.exec(text.slice(0, 500)) ?? ['', ''])[1]!;

function distinct<Item>(items: readonly (Item | null)[], key: (item: Item) => string): Item[] {
  return [...new Map(items.flatMap((item) => (item === null ? [] : [[key(item), item] as const]))).values()];
}
