import type { Node } from '@tiptap/pm/model';
import { type Editor, useEditor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import type { Body } from '../../../../../body/schema';
import { bodyValue, readBody, withoutTrailingParagraph } from './body-value';
import { extensions } from './extensions';
import { showBody } from './show-body';

type Options = {
  value: unknown;
  disabled: boolean;
  attributes: Record<string, string>;
  onChange: (value: Body | null) => void;
};

function contentOf(value: unknown) {
  try {
    return typeof value === 'string' ? JSON.parse(value) : (value ?? null);
  } catch {
    return null;
  }
}

/**
 * The editor of a form's value, both ways: what is typed goes to the form; a value that comes from elsewhere (a reset,
 * a refetch, another locale) goes to the editor, unless the editor already shows it.
 * `readable` is false while the value is not a body of the schema: the editor must then not be shown.
 */
export function useBodyEditor({ value, disabled, attributes, onChange }: Options): {
  editor: Editor;
  readable: boolean;
} {
  // What the editor shows, and the value that last came out of it.
  const shown = useRef<{ editor: Editor; doc: Node; sent?: Body | null } | null>(null);
  const [content] = useState(() => contentOf(value));
  const [readable, setReadable] = useState(true);

  const editor = useEditor({
    extensions,
    content,
    editable: !disabled,
    editorProps: { attributes },
    onUpdate: ({ editor: current }) => {
      const doc = withoutTrailingParagraph(current.state.doc);
      if (!readable || shown.current?.doc.eq(doc)) return;
      const sent = bodyValue(doc);
      shown.current = { editor: current, doc, sent };
      onChange(sent);
    },
  });

  useEffect(() => {
    if (shown.current?.editor !== editor) shown.current = { editor, doc: withoutTrailingParagraph(editor.state.doc) };
    if (shown.current.sent !== undefined && shown.current.sent === value) return;

    const given = readBody(editor.schema, value);
    setReadable(given !== null);
    if (!given) return;
    const doc = withoutTrailingParagraph(given);
    const same = doc.eq(shown.current.doc);
    shown.current = { editor, doc };
    if (!same) showBody(editor, given);
  }, [editor, value]);

  useEffect(() => {
    editor.setEditable(!disabled, false);
  }, [editor, disabled]);

  return { editor, readable };
}
