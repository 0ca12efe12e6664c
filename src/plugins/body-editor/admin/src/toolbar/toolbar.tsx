import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { styled } from 'styled-components';

const Bar = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.spaces[1]};
  align-items: center;
  padding: ${({ theme }) => theme.spaces[1]};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
`;

/** Marks an element as one of those between which the arrow keys move. */
export const TOOLBAR_ITEM = { 'data-toolbar-item': '', tabIndex: -1 };

const itemsOf = (bar: HTMLElement | null) => [...(bar?.querySelectorAll<HTMLElement>('[data-toolbar-item]') ?? [])];

const STEPS: Record<string, (index: number, count: number) => number> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_index, count) => count - 1,
};

/** A toolbar as WAI-ARIA has it: one stop for the Tab key, arrow keys, Home and End between its items. */
export function Toolbar({ label, children }: { label: string; children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null);
  const current = useRef(0);

  const makeStop = (index: number) => {
    current.current = index;
    itemsOf(bar.current).forEach((item, position) => item.setAttribute('tabindex', position === index ? '0' : '-1'));
  };
  useLayoutEffect(() => makeStop(Math.min(current.current, itemsOf(bar.current).length - 1)));

  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const items = itemsOf(bar.current);
    if (!step || items.length === 0) return;
    event.preventDefault();
    items[step(current.current, items.length)]?.focus();
  };
  return (
    <Bar
      ref={bar}
      role="toolbar"
      aria-label={label}
      onKeyDown={move}
      onFocus={(event) => {
        const index = itemsOf(bar.current).indexOf(event.target);
        if (index !== -1) makeStop(index);
      }}
    >
      {children}
    </Bar>
  );
}

export const ToolbarGap = styled.span`
  align-self: stretch;
  width: 1px;
  background: ${({ theme }) => theme.colors.neutral200};
`;
