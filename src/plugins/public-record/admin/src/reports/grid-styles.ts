import { styled } from 'styled-components';

/** The grid of a report scrolls inside the form, with the field of each row in sight; it can take the whole screen. */
export const Sheet = styled.div`
  display: flex;
  flex-direction: column;
  gap: 1.2rem;
  background: ${({ theme }) => theme.colors.neutral0};

  &:fullscreen {
    padding: 2.4rem;
    overflow: auto;
  }
  /* Where the form is no card. */
  @media (max-width: 767px) {
    padding: 1.2rem;
    border-radius: 4px;
  }
`;

export const Scroller = styled.div`
  overflow-x: auto;
  container-type: inline-size;
  scroll-padding-inline: 16rem 1rem;

  table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: 1.3rem;
    font-variant-numeric: tabular-nums;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  th,
  td {
    padding: 0.3rem 0.2rem;
    text-align: end;
    vertical-align: middle;
  }
  thead th {
    padding-block: 0.6rem;
    font-size: 1.2rem;
    font-weight: 600;
    text-align: center;
    vertical-align: bottom;
    line-height: 1.3;
    color: ${({ theme }) => theme.colors.neutral600};
    border-block-end: 1px solid ${({ theme }) => theme.colors.neutral200};
  }
  .starts {
    border-inline-start: 1px solid ${({ theme }) => theme.colors.neutral200};
  }
  tbody + tbody > tr:first-child > *,
  tfoot > tr:first-child > * {
    border-block-start: 1px solid ${({ theme }) => theme.colors.neutral200};
  }
  tbody > tr:first-child > *,
  tfoot > tr:first-child > * {
    padding-block-start: 0.8rem;
  }
  .field {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    min-inline-size: 15rem;
    text-align: start;
    background: ${({ theme }) => theme.colors.neutral0};
  }
  .sum {
    font-weight: 600;
    min-inline-size: 4.4rem;
  }
  /* As far from the edge as the figures in the boxes. */
  td.sum,
  .last > td,
  tfoot td {
    padding-inline-end: 0.8rem;
  }
  .last > * {
    font-size: 1.2rem;
    font-weight: 400;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  .notes > td {
    padding: 0;
    text-align: start;
  }
  .notes p {
    position: sticky;
    inset-inline-start: 0;
    inline-size: fit-content;
    max-inline-size: min(56rem, 100cqi);
    padding: 0.2rem 0.3rem 0.4rem;
  }
  .notes p::first-letter {
    text-transform: uppercase;
  }
`;

export const Cell = styled.input`
  inline-size: 100%;
  min-inline-size: 5.8rem;
  padding: 0.7rem 0.5rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral500};
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font: inherit;
  text-align: inherit;

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -1px;
    border-color: ${({ theme }) => theme.colors.primary600};
  }
  &[aria-invalid='true'] {
    border-color: ${({ theme }) => theme.colors.danger600};
    background: ${({ theme }) => theme.colors.danger100};
  }
  &:disabled {
    border-color: ${({ theme }) => theme.colors.neutral200};
    background: ${({ theme }) => theme.colors.neutral150};
    color: ${({ theme }) => theme.colors.neutral600};
  }
  &::placeholder {
    color: ${({ theme }) => theme.colors.neutral600};
    opacity: 1;
  }
`;
