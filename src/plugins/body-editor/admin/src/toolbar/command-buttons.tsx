import { type Editor, useEditorState } from '@tiptap/react';
import { useLabels } from '../use-labels';
import { canRun, type Command, runCommand } from './commands';
import { ToolbarButton } from './toolbar-button';

/** The buttons of a list of commands, each knowing whether it is on and whether it can act at the cursor. */
export function CommandButtons({ editor, commands }: { editor: Editor; commands: Command[] }) {
  const t = useLabels();
  const states = useEditorState({
    editor,
    selector: ({ editor: current }) =>
      commands.map((command) => ({
        pressed: command.name ? current.isActive(command.name) : undefined,
        unavailable: !canRun(current, command),
      })),
  });
  return (
    <>
      {commands.map((command, index) => (
        <ToolbarButton
          key={command.id}
          label={t(`command.${command.id}`)}
          shortcut={command.shortcut}
          {...states[index]}
          onClick={() => runCommand(editor, command)}
        >
          {command.icon ? <command.icon aria-hidden /> : null}
        </ToolbarButton>
      ))}
    </>
  );
}
