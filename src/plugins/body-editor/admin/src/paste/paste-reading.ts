import { Extension } from '@tiptap/core';
import { DOMParser, Fragment, type ParseOptions, type Schema, Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { readPlainText } from '../../../../../body/read-html/read-plain-text';
import type { Block } from '../../../../../body/schema';
import { readPasted } from './read-pasted';

import { treeOf } from './tree-of-dom';

const sliceOf = (schema: Schema, blocks: Block[]) =>
  new Slice(Fragment.from(blocks.map((block) => schema.nodeFromJSON(block))), 0, 0);

const STYLE_SHEETS = /<style\b[^]*?<\/style\s*>/gi;

/** Reads HTML from other programs by our own rules. What this editor copied needs none. */
class PastedMarkupParser extends DOMParser {
  override parseSlice(dom: Node, options: ParseOptions = {}): Slice {
    // ProseMirror keeps white space only in its own copies.
    if (options.preserveWhitespace) return super.parseSlice(dom, options);
    return sliceOf(this.schema, readPasted(treeOf(dom)));
  }
}

/** Reads what is pasted or dropped as blocks of the body, from any program. */
export const PasteReading = Extension.create({
  name: 'pasteReading',

  addProseMirrorPlugins() {
    const { schema } = this.editor;
    return [
      new Plugin({
        props: {
          // ProseMirror would write these into the elements, and in doing so drop Word's own declarations there.
          transformPastedHTML: (html) => html.replace(STYLE_SHEETS, ''),
          clipboardParser: new PastedMarkupParser(schema, DOMParser.fromSchema(schema).rules),
          clipboardTextParser: (text, $context) => {
            const marks = $context.marks();
            const { content } = sliceOf(schema, readPlainText(text));
            const marked = content.content.map((block) =>
              block.copy(Fragment.from(block.content.content.map((part) => (part.isText ? part.mark(marks) : part)))),
            );
            return new Slice(Fragment.from(marked), 0, 0);
          },
        },
      }),
    ];
  },
});
