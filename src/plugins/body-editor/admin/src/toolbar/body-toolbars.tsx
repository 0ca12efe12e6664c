import { Image, Link } from '@strapi/icons';
import { type Editor, useEditorState } from '@tiptap/react';
import { useState } from 'react';
import { insertFigures } from '../editor/insert-figures';
import { usePicturePicker } from '../figure/picture-picker';
import { useLabels } from '../use-labels';
import { CommandButtons } from './command-buttons';
import { BLOCK_COMMANDS, HISTORY_COMMANDS, INSERT_COMMANDS, MARK_COMMANDS, TABLE_COMMANDS } from './commands';
import { LinkForm } from './link-form';
import { StyleSelect } from './style-select';
import { Toolbar, ToolbarGap } from './toolbar';
import { ToolbarButton } from './toolbar-button';

/** The main toolbar, the link's form while it is open, and the table's toolbar while the cursor is in one. */
export function BodyToolbars({ editor }: { editor: Editor }) {
  const t = useLabels();
  const { pick } = usePicturePicker();
  const [linking, setLinking] = useState(false);
  const { inLink, inTable } = useEditorState({
    editor,
    selector: ({ editor: current }) => ({ inLink: current.isActive('link'), inTable: current.isActive('table') }),
  });

  return (
    <>
      <Toolbar label={t('toolbar')}>
        <StyleSelect editor={editor} />
        <ToolbarGap />
        <CommandButtons editor={editor} commands={MARK_COMMANDS} />
        <ToolbarButton
          label={t('command.link')}
          pressed={inLink}
          expanded={linking}
          onClick={() => setLinking((open) => !open)}
        >
          <Link aria-hidden />
        </ToolbarButton>
        <ToolbarGap />
        <CommandButtons editor={editor} commands={BLOCK_COMMANDS} />
        <ToolbarGap />
        <ToolbarButton
          label={t('command.figure')}
          onClick={() => pick({ multiple: true, onPicked: (assets) => insertFigures(editor, assets) })}
        >
          <Image aria-hidden />
        </ToolbarButton>
        <CommandButtons editor={editor} commands={INSERT_COMMANDS} />
        <ToolbarGap />
        <CommandButtons editor={editor} commands={HISTORY_COMMANDS} />
      </Toolbar>
      {linking ? <LinkForm editor={editor} onClose={() => setLinking(false)} /> : null}
      {inTable ? (
        <Toolbar label={t('toolbar.table')}>
          <CommandButtons editor={editor} commands={TABLE_COMMANDS} />
        </Toolbar>
      ) : null}
    </>
  );
}
