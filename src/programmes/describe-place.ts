import type { ProgrammeValue } from './values';

type Place = readonly PropertyKey[];

/** What clerks call the rows and fields of a value, as the forms do. */
const ROWS: Record<ProgrammeValue, string> = {
  targets: 'Mục tiêu',
  tasks: 'Nhiệm vụ',
  solutions: 'Giải pháp',
  projects: 'Dự án',
  reports: 'Báo cáo tình hình',
  documents: 'Văn bản',
};

const FIELDS: Record<string, string> = {
  name: 'tên',
  nameEn: 'tên tiếng Anh',
  unit: 'đơn vị tính',
  unitEn: 'đơn vị tính bằng tiếng Anh',
  qualifier: 'mức độ',
  increment: 'tính phần tăng thêm',
  value: 'giá trị',
  dueYear: 'năm phải đạt',
  baseline: 'giá trị ban đầu',
  planned: 'kế hoạch',
  actual: 'thực hiện',
  asOf: 'số liệu đến ngày',
  source: 'nguồn',
  sourceEn: 'nguồn bằng tiếng Anh',
  agencies: 'cơ quan chịu trách nhiệm',
  agency: 'cơ quan chủ trì',
  group: 'nhóm',
  funding: 'vốn',
  status: 'tình trạng',
  on: 'ngày',
  year: 'năm',
  summary: 'nội dung',
  problems: 'tồn tại, hạn chế',
};

/** Of the figures by year, which a clerk finds by their year. */
const BY_YEAR = new Set(['planned', 'actual']);

const child = (value: unknown, key: PropertyKey | undefined): unknown =>
  typeof value === 'object' && value !== null && key !== undefined
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined;

/**
 * Where in a value something is, as a clerk would say it: `Mục tiêu 3 “Thu ngân sách”, thực hiện năm 2024, nguồn`.
 * Rows are counted from 1.
 *
 * @param path as zod has it, below the value: `[2, 'actual', 0, 'source']`
 */
export function describePlace(name: ProgrammeValue, value: unknown, [index, field, ...rest]: Place): string {
  const rows = ROWS[name];
  if (typeof index !== 'number') return rows;
  const row = child(value, index);
  const called = child(row, 'name');
  const parts = [`${rows} ${index + 1}${typeof called === 'string' && called.trim() ? ` “${called.trim()}”` : ''}`];
  if (typeof field === 'string') parts.push(...fieldParts(field, child(row, field), rest));
  return parts.join(', ');
}

function fieldParts(field: string, value: unknown, [index, inner]: Place): string[] {
  const called = FIELDS[field] ?? field;
  if (typeof index === 'string') return [called, FIELDS[index] ?? index];
  if (typeof index !== 'number') return [called];
  const year = BY_YEAR.has(field) ? child(child(value, index), 'year') : undefined;
  const line = typeof year === 'number' ? `${called} năm ${year}` : `${called} dòng ${index + 1}`;
  return typeof inner === 'string' ? [line, FIELDS[inner] ?? inner] : [line];
}
