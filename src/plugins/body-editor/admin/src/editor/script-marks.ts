import { Mark } from '@tiptap/core';

const scriptMark = (name: string, tag: 'sub' | 'sup', shortcut: string) =>
  Mark.create({
    name,
    parseHTML: () => [
      { tag },
      { style: 'vertical-align', getAttrs: (value) => (value === (tag === 'sub' ? 'sub' : 'super') ? null : false) },
    ],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
    addKeyboardShortcuts() {
      return { [shortcut]: () => this.editor.commands.toggleMark(name) };
    },
  });

export const Subscript = scriptMark('subscript', 'sub', 'Mod-,');
export const Superscript = scriptMark('superscript', 'sup', 'Mod-.');
