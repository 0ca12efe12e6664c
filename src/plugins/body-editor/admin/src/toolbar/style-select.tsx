import { type Editor, useEditorState } from '@tiptap/react';
import { styled } from 'styled-components';
import { useLabels } from '../use-labels';
import { TOOLBAR_ITEM } from './toolbar';

const LEVELS = [2, 3, 4] as const;

const Select = styled.select`
  height: 3.2rem;
  padding: 0 0.8rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.3rem;
`;

/** Paragraph or one of the headings. */
export function StyleSelect({ editor }: { editor: Editor }) {
  const t = useLabels();
  const level = useEditorState({
    editor,
    selector: ({ editor: current }) =>
      LEVELS.find((candidate) => current.isActive('heading', { level: candidate })) ?? 0,
  });

  const choose = (value: string) => {
    const chosen = LEVELS.find((candidate) => String(candidate) === value);
    const chain = editor.chain().focus();
    (chosen ? chain.setHeading({ level: chosen }) : chain.setParagraph()).run();
  };
  return (
    <Select {...TOOLBAR_ITEM} aria-label={t('style')} value={level} onChange={({ target }) => choose(target.value)}>
      <option value={0}>{t('style.paragraph')}</option>
      {LEVELS.map((candidate) => (
        <option key={candidate} value={candidate}>
          {t(`style.heading${candidate}`)}
        </option>
      ))}
    </Select>
  );
}
