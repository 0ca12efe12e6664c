/** With which a CSV begins, so that spreadsheets read it as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** With these a spreadsheet takes a text for a formula, or for one after white space that it drops. */
const FORMULA = /^[=+\-@\t\r\n]/;

/**
 * One line of a CSV by RFC 4180, with its line break. A text that a spreadsheet would take for a formula begins with an
 * apostrophe; null is an empty cell.
 */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(cellOf).join(',')}\r\n`;

function cellOf(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
