import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';

/**
 * Puts another document into the editor, with an undo history of its own (another locale's text must not come back
 * through undo) and the cursor about where it was.
 */
export function showBody(editor: Editor, doc: Node): void {
  const { selection, plugins } = editor.state;
  const at = (position: number) => doc.resolve(Math.min(position, doc.content.size));
  const fresh = EditorState.create({ doc, plugins });
  const state = fresh.apply(fresh.tr.setSelection(TextSelection.between(at(selection.from), at(selection.to))));
  editor.view.updateState(state);
  // The toolbar and the counter listen to transactions.
  editor.view.dispatch(editor.state.tr.setMeta('addToHistory', false));
}
