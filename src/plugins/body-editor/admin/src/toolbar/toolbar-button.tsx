import { Tooltip } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { TOOLBAR_ITEM } from './toolbar';

const StyledButton = styled.button`
  display: inline-flex;
  align-items: center;
  justify-content: center;
  min-width: 3.2rem;
  height: 3.2rem;
  padding: 0 0.8rem;
  border: 0;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: transparent;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.3rem;
  cursor: pointer;

  &:hover {
    background: ${({ theme }) => theme.colors.neutral150};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
  &[aria-pressed='true'],
  &[aria-expanded='true'] {
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary600};
  }
  &[aria-disabled='true'] {
    color: ${({ theme }) => theme.colors.neutral400};
    cursor: not-allowed;
  }
  svg path {
    fill: currentColor;
  }
`;

type Props = {
  label: string;
  shortcut?: string;
  pressed?: boolean;
  expanded?: boolean;
  unavailable?: boolean;
  onClick: () => void;
  children?: ReactNode;
};

/** A toolbar's button: an icon with its name as a tooltip, or its name alone. One that cannot act now stays reachable. */
export function ToolbarButton({ label, shortcut, pressed, expanded, unavailable = false, onClick, children }: Props) {
  const button = (
    <StyledButton
      {...TOOLBAR_ITEM}
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-disabled={unavailable}
      // The text keeps its selection while the mouse is on the toolbar.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => !unavailable && onClick()}
    >
      {children ?? label}
    </StyledButton>
  );
  return children ? <Tooltip label={shortcut ? `${label} (${shortcut})` : label}>{button}</Tooltip> : button;
}
