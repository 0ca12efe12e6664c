import { CsvError, parse } from 'csv-parse/sync';

/** A row with something in it, and the line of the text on which it begins, from 1. */
type CsvRow = { line: number; fields: string[] };

/** Of cells that were copied, of a file that a spreadsheet in Vietnamese saved as CSV, and of any other CSV. */
const SEPARATORS = ['\t', ';', ','];
/** Lines by which the separator is chosen. */
const FIRST_LINES = 200;

/**
 * The rows of a CSV text, fields trimmed. csv-parse reads it by RFC 4180; it does not choose a separator.
 *
 * @param most the most rows that are read; the others are left out
 * @returns null for a text in which a quote is not closed
 */
export function csvRows(text: string, most: number): CsvRow[] | null {
  try {
    const rows = parse(text, {
      bom: true,
      to: most,
      delimiter: separatorOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      trim: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      info: true,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    // csv-parse counts the line on which a record ends.
    return rows.map(({ info, record }) => ({
      line: info.lines - (record.join('').match(/\n/g)?.length ?? 0),
      fields: record.map((field) => field.trim()),
    }));
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') return null;
    throw error;
  }
}

/** The separator that most lines have equally often: a spreadsheet gives every line all of its columns. */
function separatorOf(text: string): string {
  const lines = text.replace(/"[^"]*"/g, '').split(/\r\n?|\n/, FIRST_LINES);
  const candidates = SEPARATORS.map((separator) => ({ separator, ...columnsBy(separator, lines) }));
  return candidates.reduce((best, one) =>
    one.lines > best.lines || (one.lines === best.lines && one.columns > best.columns) ? one : best,
  ).separator;
}

/** The number of separators that most lines have, and how many lines those are; lines without any do not count. */
function columnsBy(separator: string, lines: readonly string[]): { columns: number; lines: number } {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const columns = line.split(separator).length - 1;
    if (columns > 0) counts.set(columns, (counts.get(columns) ?? 0) + 1);
  }
  const [columns = 0, most = 0] = [...counts].sort((one, other) => other[1] - one[1])[0] ?? [];
  return { columns, lines: most };
}
