import { ReactNodeViewRenderer } from '@tiptap/react';
import { FigureNode } from '../figure/figure-node';
import { FigureView } from '../figure/figure-view';
import { PasteReading } from '../paste/paste-reading';
import { PicturesExtension } from '../pictures/pictures-extension';
import { schemaExtensions } from './schema-extensions';

const isControl = ({ target }: Event) =>
  target instanceof Element && target.closest('input, textarea, select, button, label') !== null;

/** All of the editor's extensions, the figure with its form. */
export const extensions = [
  ...schemaExtensions,
  FigureNode.extend({
    addNodeView: () => ReactNodeViewRenderer(FigureView, { stopEvent: ({ event }) => isControl(event) }),
  }),
  PasteReading,
  PicturesExtension,
];
