import { Box, Typography } from '@strapi/design-system';
import { useFocusInputField } from '@strapi/strapi/admin';
import { EditorContent } from '@tiptap/react';
import { type FocusEvent, useMemo } from 'react';
import type { Body } from '../../../../../body/schema';
import { useBodyEditor } from '../editor/use-body-editor';
import { PicturePicker } from '../figure/picture-picker';
import { usePictureDesk } from '../pictures/use-picture-desk';
import { BodyToolbars } from '../toolbar/body-toolbars';
import { useLabels } from '../use-labels';
import { EditorFrame, EditorSurface } from './editor-surface';
import { TextCount } from './text-count';

type Props = {
  name: string;
  id: string;
  label: string;
  describedBy: string | undefined;
  value: unknown;
  disabled: boolean;
  invalid: boolean;
  onChange: (value: Body | null) => void;
};

/** Toolbars, text and counter. Content that the schema does not know is not shown for editing, so none of it is lost. */
export function BodyEditor({ name, id, label, describedBy, value, disabled, invalid, onChange }: Props) {
  const t = useLabels();
  const focusWhenAskedFor = useFocusInputField<HTMLDivElement>(name);
  const attributes = useMemo(
    () => ({
      id,
      'aria-label': label,
      'aria-multiline': 'true',
      'aria-disabled': String(disabled),
      'aria-invalid': String(invalid),
      ...(describedBy && { 'aria-describedby': describedBy }),
    }),
    [id, label, disabled, invalid, describedBy],
  );
  const { editor, readable } = useBodyEditor({ value, disabled, attributes, onChange });
  usePictureDesk(editor);

  const passOnFocus = ({ target, currentTarget }: FocusEvent) => {
    if (target === currentTarget) editor.commands.focus();
  };

  if (!readable) {
    return (
      <Box padding={4} background="warning100" hasRadius role="alert">
        <Typography textColor="warning700">{t('unreadable')}</Typography>
      </Box>
    );
  }
  return (
    <PicturePicker disabled={disabled}>
      <EditorFrame $disabled={disabled} $invalid={invalid}>
        {disabled ? null : <BodyToolbars editor={editor} />}
        <EditorSurface ref={focusWhenAskedFor} tabIndex={-1} onFocus={passOnFocus}>
          <EditorContent editor={editor} />
        </EditorSurface>
      </EditorFrame>
      <TextCount editor={editor} />
    </PicturePicker>
  );
}
