import {
  ArrowClockwise,
  ArrowsCounterClockwise,
  Bold,
  BulletList,
  GridNine,
  Italic,
  Minus,
  NumberList,
  Quotes,
  Underline,
} from '@strapi/icons';
import type { ChainedCommands, Editor } from '@tiptap/react';
import { SubscriptIcon, SuperscriptIcon } from './script-icons';

/** A button of a toolbar. `name` is the mark or node of the schema by which the button is active. */
export type Command = {
  id: string;
  icon?: typeof Bold | typeof SubscriptIcon;
  shortcut?: string;
  name?: string;
  run: (chain: ChainedCommands) => ChainedCommands;
};

export const MARK_COMMANDS: Command[] = [
  { id: 'bold', icon: Bold, shortcut: 'Ctrl+B', name: 'bold', run: (chain) => chain.toggleBold() },
  { id: 'italic', icon: Italic, shortcut: 'Ctrl+I', name: 'italic', run: (chain) => chain.toggleItalic() },
  { id: 'underline', icon: Underline, shortcut: 'Ctrl+U', name: 'underline', run: (chain) => chain.toggleUnderline() },
  {
    id: 'subscript',
    icon: SubscriptIcon,
    shortcut: 'Ctrl+,',
    name: 'subscript',
    run: (chain) => chain.unsetMark('superscript').toggleMark('subscript'),
  },
  {
    id: 'superscript',
    icon: SuperscriptIcon,
    shortcut: 'Ctrl+.',
    name: 'superscript',
    run: (chain) => chain.unsetMark('subscript').toggleMark('superscript'),
  },
];

export const BLOCK_COMMANDS: Command[] = [
  { id: 'bulletList', icon: BulletList, name: 'bulletList', run: (chain) => chain.toggleBulletList() },
  { id: 'orderedList', icon: NumberList, name: 'orderedList', run: (chain) => chain.toggleOrderedList() },
  { id: 'blockquote', icon: Quotes, name: 'blockquote', run: (chain) => chain.toggleBlockquote() },
];

export const INSERT_COMMANDS: Command[] = [
  { id: 'table', icon: GridNine, run: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }) },
  { id: 'horizontalRule', icon: Minus, run: (chain) => chain.setHorizontalRule() },
];

export const HISTORY_COMMANDS: Command[] = [
  { id: 'undo', icon: ArrowsCounterClockwise, shortcut: 'Ctrl+Z', run: (chain) => chain.undo() },
  { id: 'redo', icon: ArrowClockwise, shortcut: 'Ctrl+Shift+Z', run: (chain) => chain.redo() },
];

/** Shown while the cursor is in a table, by their names. */
export const TABLE_COMMANDS: Command[] = [
  { id: 'addRowBefore', run: (chain) => chain.addRowBefore() },
  { id: 'addRowAfter', run: (chain) => chain.addRowAfter() },
  { id: 'deleteRow', run: (chain) => chain.deleteRow() },
  { id: 'addColumnBefore', run: (chain) => chain.addColumnBefore() },
  { id: 'addColumnAfter', run: (chain) => chain.addColumnAfter() },
  { id: 'deleteColumn', run: (chain) => chain.deleteColumn() },
  { id: 'mergeCells', run: (chain) => chain.mergeCells() },
  { id: 'splitCell', run: (chain) => chain.splitCell() },
  { id: 'toggleHeaderRow', run: (chain) => chain.toggleHeaderRow() },
  { id: 'toggleHeaderColumn', run: (chain) => chain.toggleHeaderColumn() },
  { id: 'deleteTable', run: (chain) => chain.deleteTable() },
];

export const canRun = (editor: Editor, { run }: Command): boolean => run(editor.can().chain()).run();

export const runCommand = (editor: Editor, { run }: Command): boolean => run(editor.chain().focus()).run();
