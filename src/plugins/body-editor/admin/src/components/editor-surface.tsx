import { styled } from 'styled-components';

export const EditorFrame = styled.div<{ $disabled: boolean; $invalid: boolean }>`
  border: 1px solid ${({ theme, $invalid }) => ($invalid ? theme.colors.danger600 : theme.colors.neutral200)};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $disabled }) => ($disabled ? theme.colors.neutral150 : theme.colors.neutral0)};
  color: ${({ theme }) => theme.colors.neutral800};

  &:focus-within {
    border-color: ${({ theme }) => theme.colors.primary600};
  }
`;

/** The text as it is written: what Strapi's reset takes from lists, headings and tables is given back here. */
export const EditorSurface = styled.div`
  max-height: 70vh;
  min-height: 24rem;
  overflow: auto;

  .ProseMirror {
    min-height: 24rem;
    padding: ${({ theme }) => theme.spaces[4]};
    outline: none;
    font-size: 1.6rem;
    line-height: 1.6;
    overflow-wrap: anywhere;
  }
  .ProseMirror > * + *,
  li > * + * {
    margin-top: 1.2rem;
  }
  h2 {
    font-size: 2.2rem;
    font-weight: 600;
  }
  h3 {
    font-size: 1.9rem;
    font-weight: 600;
  }
  h4 {
    font-size: 1.6rem;
    font-weight: 600;
  }
  strong {
    font-weight: 700;
  }
  em {
    font-style: italic;
  }
  sub,
  sup {
    font-size: 0.75em;
  }
  sub {
    vertical-align: sub;
  }
  sup {
    vertical-align: super;
  }
  a {
    color: ${({ theme }) => theme.colors.primary600};
    text-decoration: underline;
  }
  ul,
  ol {
    padding-inline-start: 2.4rem;
  }
  ul {
    list-style: disc;
  }
  ol {
    list-style: decimal;
  }
  blockquote {
    padding-inline-start: 1.6rem;
    border-inline-start: 3px solid ${({ theme }) => theme.colors.neutral300};
  }
  hr {
    border: 0;
    border-top: 1px solid ${({ theme }) => theme.colors.neutral300};
  }
  .picture-waiting {
    padding: 1.2rem;
    border: 1px dashed ${({ theme }) => theme.colors.primary600};
    border-radius: ${({ theme }) => theme.borderRadius};
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.neutral800};
    font-size: 1.4rem;
  }
  .tableWrapper {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  td,
  th {
    position: relative;
    min-width: 6rem;
    padding: 0.6rem 0.8rem;
    border: 1px solid ${({ theme }) => theme.colors.neutral300};
    text-align: start;
    vertical-align: top;
  }
  th {
    background: ${({ theme }) => theme.colors.neutral150};
    font-weight: 600;
  }
  .selectedCell::after {
    position: absolute;
    inset: 0;
    background: ${({ theme }) => theme.colors.primary600};
    content: '';
    opacity: 0.15;
    pointer-events: none;
  }
  hr.ProseMirror-selectednode {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;
