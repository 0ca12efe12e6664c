import type { Editor } from '@tiptap/react';
import { type Asset, figureFromAsset } from '../figure/figure-attributes';

/**
 * Inserts the chosen pictures, in order, after the body's block with the cursor: a figure cannot be in a list, quote or
 * table. They replace an empty paragraph.
 */
export function insertFigures(editor: Editor, assets: Asset[]): void {
  const figures = assets.map((asset) => ({ type: 'figure', attrs: figureFromAsset(asset) }));
  const { $from, to } = editor.state.selection;
  const block = $from.depth > 0 ? $from.node(1) : null;
  if (block?.type.name === 'paragraph' && block.childCount === 0) {
    editor
      .chain()
      .focus()
      .insertContentAt({ from: $from.before(1), to: $from.after(1) }, figures)
      .run();
    return;
  }
  editor
    .chain()
    .focus()
    .insertContentAt(block ? $from.after(1) : to, figures)
    .run();
}
