import { type EditorState, PluginKey, type Transaction } from '@tiptap/pm/state';
import { isPending, fileOfPending } from '../paste/pending-picture';
import { pastedName } from './clipboard-pictures';

/** A picture that is being uploaded, and its position in the document. */
export type Waiting = { file: File; caption: string; position: number; id: object };

/** The pictures that are being uploaded, and how many could not be read. */
export type Pictures = { waiting: Waiting[]; leftOut: number };

type Change = { add?: Waiting[]; done?: object; leftOut?: number };

export const picturesKey = new PluginKey<Pictures>('pictures');

export const NO_PICTURES: Pictures = { waiting: [], leftOut: 0 };

export const change = (transaction: Transaction, what: Change): Transaction => transaction.setMeta(picturesKey, what);

/** The pictures after a transaction. Of several at one place the earlier stay before the one that is put there. */
export function picturesAfter(transaction: Transaction, { waiting, leftOut }: Pictures): Pictures {
  const { add = [], done, leftOut: more = 0 } = (transaction.getMeta(picturesKey) ?? {}) as Change;
  const place = waiting.findIndex(({ id }) => id === done);
  const kept = waiting.flatMap((one, index): Waiting[] => {
    if (index === place) return [];
    const { pos, deletedAcross } = transaction.mapping.mapResult(one.position, index < place ? -1 : 1);
    return deletedAcross ? [] : [{ ...one, position: pos }];
  });
  return { waiting: [...kept, ...add], leftOut: leftOut + more };
}

export const waitingFor = (file: File, position: number, caption = ''): Waiting => ({
  file,
  caption,
  position,
  id: {},
});

/** Takes the pending figures out of a document and puts pictures that wait in their places. Null without any. */
export function takePending({ doc, tr }: EditorState): Transaction | null {
  const add: Waiting[] = [];
  let leftOut = 0;
  doc.forEach((node, offset) => {
    const { file: source, caption } = node.attrs;
    if (node.type.name !== 'figure' || !isPending(source)) return;
    const position = tr.mapping.map(offset);
    tr.delete(position, position + node.nodeSize);
    const file = fileOfPending(source, pastedName(add.length + 1));
    if (file) add.push(waitingFor(file, position, caption));
    else leftOut += 1;
  });
  return add.length > 0 || leftOut > 0 ? change(tr, { add, leftOut }) : null;
}
