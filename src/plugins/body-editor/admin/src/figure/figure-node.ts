import { Node } from '@tiptap/core';
import { EMPTY_FIGURE, figureFromClipboard } from './figure-attributes';

const CARRIER = 'data-body-figure';

/** The figure as the schema knows it. In HTML, which is the clipboard alone, one attribute carries all of it. */
export const FigureNode = Node.create({
  name: 'figure',
  group: 'block',
  atom: true,
  draggable: false,

  addAttributes() {
    const names = Object.entries(EMPTY_FIGURE);
    return Object.fromEntries(
      names.map(([name, value]) => [name, { default: value, rendered: false, parseHTML: () => null }]),
    );
  },

  parseHTML() {
    return [
      {
        tag: `figure[${CARRIER}]`,
        getAttrs: (element) => figureFromClipboard(element.getAttribute(CARRIER)),
      },
    ];
  },

  renderHTML({ node }) {
    return ['figure', { [CARRIER]: JSON.stringify(node.attrs) }];
  },
});
