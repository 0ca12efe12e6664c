import { LARGEST_COUNT } from '../../../../../reports';
import type { Cell } from '../../../../../spreadsheets';
import { formatNumber } from '../../../../../vietnamese';

/** A count of a cell, or why there is none, in a sentence of Vietnamese. */
type ReadCount = { count: number } | { problem: string };

const SHOWN = 40;

/**
 * A whole number, as Vietnamese writes it: full stops between thousands. What could be read in two ways is refused, so that
 * `1.234` typed into a spreadsheet in English, which is a decimal there, never becomes another number.
 */
export function readCount(cell: Cell | undefined): ReadCount {
  if (!cell) return { problem: 'Ô này còn trống: nếu không có thì ghi 0.' };
  const { merged } = cell;
  if (merged && (merged.top !== merged.bottom || merged.left !== merged.right)) {
    return { problem: 'Ô này được gộp với ô khác: hãy bỏ gộp và ghi số của từng ô.' };
  }
  switch (cell.type) {
    case 'number':
      return cell.isPercent
        ? { problem: 'Ô này đang ở dạng phần trăm: hãy ghi số lượng, và đổi định dạng ô sang số.' }
        : countOf(cell.decimal);
    case 'text':
      return typedCount(cell.text.replace(/[\s\u00a0\u202f]+/g, ' ').trim());
    case 'uncalculated':
      return { problem: 'Công thức chưa có kết quả: hãy mở tệp bằng phần mềm bảng tính, tính lại rồi lưu.' };
    case 'error':
      return { problem: `Công thức báo lỗi ${cell.text.slice(0, SHOWN)}: hãy sửa công thức hoặc ghi số.` };
    case 'date':
      return { problem: 'Ô này đang ở dạng ngày tháng: hãy đổi định dạng ô sang số rồi ghi lại.' };
    case 'boolean':
      return { problem: 'Ô này là đúng/sai: cần một số nguyên, ví dụ 1234.' };
  }
}

function typedCount(text: string): ReadCount {
  if (/^(?:0|[1-9]\d{0,14})$/.test(text)) return countOf(text);
  if (/^[1-9]\d{0,2}(?:\.\d{3}){1,4}$/.test(text)) return countOf(text.replaceAll('.', ''));
  const shown = text.slice(0, SHOWN);
  if (/^[-–—−(]/.test(text)) {
    return /\d/.test(text)
      ? { problem: `“${shown}”: không thể là số âm.` }
      : { problem: `“${shown}” không phải là số: nếu không có thì ghi 0.` };
  }
  if (/^[\d.]+,\d+$/.test(text)) {
    return { problem: `“${shown}” có dấu phẩy, là phần lẻ: cần số nguyên, viết 1234 hoặc 1.234.` };
  }
  return { problem: `“${shown}” không phải là số nguyên: hãy viết như 1234 hoặc 1.234.` };
}

function countOf(decimal: string): ReadCount {
  if (decimal.startsWith('-')) return { problem: `${formatNumber(decimal)}: không thể là số âm.` };
  if (decimal.includes('.')) {
    const whole = decimal.replace('.', '');
    const hint = /^[1-9]\d{0,2}\.\d{3}$/.test(decimal)
      ? ` Nếu là ${formatNumber(whole)} thì ghi lại ${whole}, không có dấu.`
      : '';
    return { problem: `Ô này chứa ${formatNumber(decimal)}, có phần lẻ: cần số nguyên.${hint}` };
  }
  const count = Number(decimal);
  return count > LARGEST_COUNT
    ? { problem: `${formatNumber(decimal)}: lớn quá ${formatNumber(String(LARGEST_COUNT))}.` }
    : { count };
}
