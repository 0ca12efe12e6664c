/** The value below which `share` percent of the values lie. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? Number.NaN;
}

/** Rows as lines of a table, numbers with two digits, to be printed. */
export function table(rows: Record<string, string | number>[]): string {
  const names = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) =>
    names.map((name) => (typeof row[name] === 'number' ? row[name].toFixed(2) : String(row[name]))),
  );
  const lines = [names, ...cells].map((line) => `| ${line.map((cell) => cell.padStart(10)).join(' | ')} |`);
  return lines.join('\n');
}
