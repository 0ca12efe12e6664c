import { CsvError, parse } from 'csv-parse/sync';

/** A row with something in it, and the line of the text on which it begins, from 1. */
type CsvRow = { line: number; fields: string[] };

/** What ends the first field: the separator of a file that was saved as CSV, or of cells that were copied. */
const SEPARATOR = /[,;\t\n]/;

/**
 * The rows of a CSV text, fields trimmed. csv-parse reads it by RFC 4180; it does not choose a separator, which is a
 * comma, a semicolon where a spreadsheet in Vietnamese saved the file, or a tab between copied cells.
 *
 * @param most the most rows that are read; the others are left out
 * @returns null for a text in which a quote is not closed
 */
export function csvRows(text: string, most: number): CsvRow[] | null {
  const [found = ','] = SEPARATOR.exec(text.replace(/"[^"]*"/g, '')) ?? [];
  try {
    const rows = parse(text, {
      bom: true,
      to: most,
      delimiter: found === '\n' ? ',' : found,
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
