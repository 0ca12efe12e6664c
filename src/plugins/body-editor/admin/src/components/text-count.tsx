import { Typography } from '@strapi/design-system';
import { type Editor, useEditorState } from '@tiptap/react';
import { countText } from '../editor/body-value';
import { useLabels } from '../use-labels';

/** How long the text is, in small below the editor. */
export function TextCount({ editor }: { editor: Editor }) {
  const t = useLabels();
  const count = useEditorState({ editor, selector: (context) => countText(context.editor.state.doc) });
  return (
    <Typography variant="pi" textColor="neutral600">
      {t('count', count)}
    </Typography>
  );
}
