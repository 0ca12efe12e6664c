import { Extension } from '@tiptap/core';
import { Fragment, Slice } from '@tiptap/pm/model';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { dropPoint } from '@tiptap/pm/transform';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { type Asset, figureFromAsset } from '../figure/figure-attributes';
import { isPending } from '../paste/pending-picture';
import { filesMeant, withoutFigures, withOwnName } from './clipboard-pictures';
import {
  change,
  NO_PICTURES,
  type Pictures,
  picturesAfter,
  picturesKey,
  takePending,
  type Waiting,
  waitingFor,
} from './waiting-pictures';

/** What the editor's component provides: the upload to the media library, and messages to the writer. */
type PictureDesk = {
  upload: (file: File) => Promise<Asset>;
  uploading: (file: File) => string;
  failed: (file: File, error: unknown) => void;
  placeGone: (file: File) => void;
  leftOut: (count: number) => void;
  onlyPictures: () => void;
};

declare module '@tiptap/core' {
  interface Storage {
    pictures: { desk: PictureDesk | null };
  }
}

const picturesOf = (view: EditorView): Pictures => picturesKey.getState(view.state) ?? NO_PICTURES;

/** Where in the text a figure may stand, nearest to a position: between two blocks of the body. */
function placeFor({ doc }: Transaction, position: number): number {
  const figure = doc.type.schema.nodes.figure.create();
  return dropPoint(doc, position, new Slice(Fragment.from(figure), 0, 0)) ?? doc.content.size;
}

/** Inserts an uploaded picture where it was pasted; returns whether that position still exists. */
function place(view: EditorView, { id, caption }: Waiting, asset: Asset): boolean {
  const waiting = picturesOf(view).waiting.find((one) => one.id === id);
  if (!waiting) return false;
  const { tr, schema } = view.state;
  const attributes = figureFromAsset(asset);
  const figure = schema.nodes.figure.create({ ...attributes, caption: caption || attributes.caption });
  view.dispatch(change(tr.insert(placeFor(tr, waiting.position), figure), { done: id }));
  return true;
}

/**
 * Uploads pasted or dropped pictures to the media library, and inserts them when that is done. Until then a placeholder
 * is shown that is not part of the document, so that nothing saved contains a picture's bytes.
 */
export const PicturesExtension = Extension.create<object, { desk: PictureDesk | null }>({
  name: 'pictures',

  addStorage: () => ({ desk: null }),

  addProseMirrorPlugins() {
    const { storage } = this;
    const started = new WeakSet<object>();

    const send = async (view: EditorView, waiting: Waiting) => {
      started.add(waiting.id);
      try {
        if (!storage.desk) throw new Error('The editor has no way to the media library.');
        const asset = await storage.desk.upload(waiting.file);
        if (!view.isDestroyed && !place(view, waiting, asset)) storage.desk.placeGone(waiting.file);
      } catch (error) {
        if (view.isDestroyed) return;
        view.dispatch(change(view.state.tr, { done: waiting.id }));
        storage.desk?.failed(waiting.file, error);
      }
    };

    /** Lets the files of a paste or drop wait for the library; false where no files are meant. */
    const receive = (view: EditorView, data: DataTransfer | null, slice: Slice, position: number): boolean => {
      const meant = filesMeant(data, slice);
      if (!meant) return false;
      if (meant.others > 0) storage.desk?.onlyPictures();
      const { tr } = view.state;
      const at = placeFor(tr, position);
      view.dispatch(
        change(tr, { add: meant.pictures.map((file, index) => waitingFor(withOwnName(file, index + 1), at)) }),
      );
      return true;
    };

    return [
      new Plugin<Pictures>({
        key: picturesKey,
        state: { init: () => NO_PICTURES, apply: picturesAfter },
        appendTransaction: (_transactions, _before, state) => takePending(state),
        view: () => ({
          update: (view, before) => {
            const { waiting, leftOut } = picturesOf(view);
            const more = leftOut - (picturesKey.getState(before)?.leftOut ?? 0);
            if (more > 0) storage.desk?.leftOut(more);
            for (const one of waiting) if (!started.has(one.id)) void send(view, one);
          },
        }),
        props: {
          decorations: (state) => {
            const notes = (picturesKey.getState(state)?.waiting ?? []).map(({ position, file }, index) =>
              Decoration.widget(position, () => noteOf(storage.desk?.uploading(file) ?? file.name), { side: index }),
            );
            return DecorationSet.create(state.doc, notes);
          },
          handlePaste: (view, { clipboardData }, slice) => {
            const { $from, to } = view.state.selection;
            if (receive(view, clipboardData, slice, to)) return true;
            // A figure cannot be in a list, a quote or a table: it goes after or before it. Selected text is replaced by
            // text, and not by a picture whose upload may fail.
            const { rest, figures } = withoutFigures(slice);
            const aside = $from.depth > 1 || (rest.size === 0 && figures.every(({ attrs }) => isPending(attrs.file)));
            if (figures.length === 0 || !aside) return false;
            const { tr } = view.state;
            if (rest.size > 0) tr.replaceSelection(rest);
            view.dispatch(tr.insert(placeFor(tr, tr.selection.to), figures).setMeta('paste', true));
            return true;
          },
          handleDrop: (view, event, slice, moved) => {
            if (moved) return false;
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
            return receive(view, event.dataTransfer, slice, at?.pos ?? view.state.doc.content.size);
          },
        },
      }),
    ];
  },
});

function noteOf(text: string): HTMLElement {
  const note = document.createElement('div');
  note.className = 'picture-waiting';
  note.setAttribute('role', 'status');
  note.textContent = text;
  return note;
}
