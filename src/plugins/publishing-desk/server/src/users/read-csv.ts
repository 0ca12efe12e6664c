/**
 * The rows of a CSV text, fields trimmed: RFC 4180, with commas or, as spreadsheets in Vietnam save it, semicolons;
 * a byte order mark and empty lines are passed over.
 */
export function readCsv(text: string): string[][] {
  const separator = /^[^\n]*;/.test(text) && !/^[^\n;]*,/.test(text) ? ';' : ',';
  const rows: string[][] = [[]];
  const field = new RegExp(`(?:\\s*"((?:[^"]|"")*)"[^\\S\\n]*|([^${separator}\\n]*))(${separator}|\\r?\\n|$)`, 'y');
  const source = text.replace(/^\uFEFF/, '');
  while (field.lastIndex < source.length) {
    const match = field.exec(source);
    if (!match) break;
    const [, quoted, plain = '', end] = match;
    rows.at(-1)!.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    if (end !== separator) rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.some((value) => value !== ''));
}
