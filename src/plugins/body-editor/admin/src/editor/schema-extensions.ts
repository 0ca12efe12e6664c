import { type AnyExtension, Mark, Node } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { isSafeAddress } from '../../../../../body/link-address';
import { Subscript, Superscript } from './script-marks';
import { tableNodes } from './table-nodes';

const FLOW = '(paragraph | bulletList | orderedList)';

// Without the list's marker type and the link's target, rel, class and title.
const ATTRIBUTES = {
  start: {
    default: 1,
    parseHTML: (element: HTMLElement) => {
      const start = element.getAttribute('start') ?? '';
      return /^-?\d{1,6}$/.test(start) ? Number(start) : 1;
    },
  },
  href: { default: null },
};

/** The kit's own nodes and marks, held to what the body's schema allows. */
function narrowed(extension: AnyExtension): AnyExtension {
  if (extension instanceof Node && extension.name === 'blockquote') return extension.extend({ content: `${FLOW}+` });
  if (extension instanceof Node && extension.name === 'listItem') {
    return extension.extend({ content: `paragraph ${FLOW}*` });
  }
  if (extension instanceof Node && extension.name === 'orderedList') {
    return extension.extend({ addAttributes: () => ({ start: ATTRIBUTES.start }) });
  }
  if (extension instanceof Mark && extension.name === 'link') {
    return extension.extend({ addAttributes: () => ({ href: ATTRIBUTES.href }) });
  }
  return extension;
}

const starterKit = StarterKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map(narrowed);
  },
}).configure({
  heading: { levels: [2, 3, 4] },
  code: false,
  codeBlock: false,
  strike: false,
  link: {
    openOnClick: false,
    defaultProtocol: 'https',
    isAllowedUri: isSafeAddress,
    HTMLAttributes: { target: null, rel: null },
  },
});

/** Everything of the editor but the figure: no React and no DOM, so that a test can compare it with the zod schema. */
export const schemaExtensions: AnyExtension[] = [starterKit, Subscript, Superscript, ...tableNodes(`${FLOW}+`)];
