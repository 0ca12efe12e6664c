/** A row with something in it, and the line of the text on which it begins, from 1. */
export type CsvRow = { line: number; fields: string[] };

/**
 * The rows of a CSV text, fields trimmed: RFC 4180, with commas, with semicolons as spreadsheets in Vietnam save it, or
 * with the tabs of cells that were copied; a byte order mark and empty lines are passed over.
 */
export function readCsv(text: string): CsvRow[] {
  const source = text.replace(/^\uFEFF/, '');
  const [separator = ','] = /[,;\t\n]/.exec(source.replace(/"[^"]*"/g, '')) ?? [];
  const blank = `[^\\S\\n${separator}]*`;
  const field = new RegExp(`(?:${blank}"((?:[^"]|"")*)"${blank}|([^${separator}\\n]*))(${separator}|\\r?\\n|$)`, 'y');
  const rows: CsvRow[] = [{ line: 1, fields: [] }];
  let line = 1;
  while (field.lastIndex < source.length) {
    const match = field.exec(source);
    if (!match) break;
    const [whole, quoted, plain = '', end = ''] = match;
    line += whole.split('\n').length - 1;
    rows.at(-1)!.fields.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    if (end === '') break;
    if (end.endsWith('\n')) rows.push({ line, fields: [] });
  }
  return rows.filter(({ fields }) => fields.some((value) => value !== ''));
}
