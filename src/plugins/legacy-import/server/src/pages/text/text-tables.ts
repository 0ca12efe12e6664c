import { paragraph, plainParagraph } from '../../../../../../body/nodes';
import type { Table } from '../../../../../../body/schema';
import { trimBlock } from '../../../../../../body/read-html/white-space';

// Word writes a numbered paragraph as its number, a tab and the text: that is no table.
const NUMBERED = /^(?:[\p{L}\p{N}]{1,4}[.)/]|[-–•*+])\s*\t/u;

const columns = (line: string) => (NUMBERED.test(line) ? 1 : line.split('\t').length);

const tableOf = (lines: string[]): Table => ({
  type: 'table',
  content: lines.map((line) => ({
    type: 'tableRow',
    content: line
      .split('\t')
      .map(trimBlock)
      .map((text) => ({
        type: 'tableCell',
        attrs: { colspan: 1, rowspan: 1 },
        content: [text === '' ? paragraph([]) : plainParagraph(text)],
      })),
  })),
});

/**
 * The lines with their tables put together: a browser saves a table's row as one line with tabs between the cells, so
 * two or more lines in a row with as many tabs were one.
 */
export function tablesOf(lines: string[]): (string | Table)[] {
  const parts: (string | Table)[] = [];
  for (let from = 0; from < lines.length;) {
    const width = columns(lines[from] ?? '');
    let to = from + 1;
    while (to < lines.length && columns(lines[to] ?? '') === width) to += 1;
    const alike = lines.slice(from, to);
    if (width > 1 && alike.length > 1) parts.push(tableOf(alike));
    else for (const line of alike) parts.push(line.replace(/\t+/g, ' '));
    from = to;
  }
  return parts;
}
