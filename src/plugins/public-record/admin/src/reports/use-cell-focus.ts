import { useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react';

type CellPosition = { row: number; column: string };

const positionOf = (cell: Element | null): CellPosition | null => {
  const [row, column] = (cell as HTMLElement | null)?.dataset.cell?.split(':') ?? [];
  return row === undefined || column === undefined ? null : { row: Number(row), column };
};

/**
 * The focus in a grid of boxes that carry `data-cell`: Enter and the arrows go down and up a column, at once, or with the
 * rows that a change leaves.
 */
export function useCellFocus(root: RefObject<HTMLElement>) {
  const wanted = useRef<CellPosition | null>(null);
  const cellAt = ({ row, column }: CellPosition) =>
    root.current?.querySelector<HTMLInputElement>(`[data-cell="${row}:${column}"]`);

  useLayoutEffect(() => {
    const cell = wanted.current && cellAt(wanted.current);
    if (!cell) return;
    wanted.current = null;
    cell.focus();
  });

  return {
    /** In the cell that an event comes from. */
    positionOf: (event: { target: EventTarget }) => positionOf(event.target as Element),
    focusLater(position: CellPosition) {
      wanted.current = position;
    },
    /** Whether the key has moved the focus. */
    moveBy(event: KeyboardEvent): boolean {
      const at = positionOf(event.target as Element);
      if (!at || event.ctrlKey || event.metaKey || event.altKey) return false;
      // In the field's box the arrows choose a suggestion.
      const isArrow = at.column !== 'field' && (event.key === 'ArrowDown' || event.key === 'ArrowUp');
      if (event.key !== 'Enter' && !isArrow) return false;
      const down = event.key === 'Enter' ? !event.shiftKey : event.key === 'ArrowDown';
      event.preventDefault();
      cellAt({ row: at.row + (down ? 1 : -1), column: at.column })?.focus();
      return true;
    },
  };
}
