import type { Editor } from '@tiptap/react';

const SITE = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:[:/?#]|$)/u;
const MAIL = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/;

/** The address that somebody means who types `tayninh.gov.vn/x` or an e-mail address; anything else as it is. */
export function addressFromTyped(typed: string): string {
  const address = typed.trim();
  if (MAIL.test(address)) return `mailto:${address}`;
  return SITE.test(address) ? `https://${address}` : address;
}

/** Links the selection, or the link that the cursor is in; without either, puts the address there as linked text. */
export function setLink(editor: Editor, href: string): void {
  if (editor.state.selection.empty && !editor.isActive('link')) {
    const marks = [{ type: 'link', attrs: { href } }];
    editor.chain().focus().insertContent({ type: 'text', text: href, marks }).unsetMark('link').run();
    return;
  }
  editor.chain().focus().extendMarkRange('link').setLink({ href }).run();
}

export function removeLink(editor: Editor): void {
  editor.chain().focus().extendMarkRange('link').unsetLink().run();
}
