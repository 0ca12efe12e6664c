import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';

const span = (name: 'colspan' | 'rowspan') => ({
  default: 1,
  parseHTML: (element: HTMLElement) => Math.min(100, Math.max(1, Math.trunc(Number(element.getAttribute(name))) || 1)),
});

// Columns are never resized here; prosemirror-tables still counts on the attribute.
const cellAttributes = {
  colspan: span('colspan'),
  rowspan: span('rowspan'),
  colwidth: { default: null, parseHTML: () => null },
};

/** Tables whose cells hold what the schema allows and keep of their attributes the spans alone. */
export const tableNodes = (cellContent: string) => [
  Table.configure({ resizable: false, renderWrapper: true }),
  TableRow,
  TableCell.extend({ content: cellContent, addAttributes: () => cellAttributes }),
  TableHeader.extend({ content: cellContent, addAttributes: () => cellAttributes }),
];
