import type { Node, Schema } from '@tiptap/pm/model';
import type { Body } from '../../../../../body/schema';

/**
 * The document of a form's value, which is JSON as an object or as text; nothing is an empty document. Null where the
 * value is not a body of this schema, which must not be edited: saving would lose what is stored.
 */
export function readBody(schema: Schema, value: unknown): Node | null {
  if (value === null || value === undefined || value === '') return schema.topNodeType.createAndFill();
  try {
    const doc = schema.nodeFromJSON(typeof value === 'string' ? JSON.parse(value) : value);
    doc.check();
    return doc.type === schema.topNodeType ? doc : null;
  } catch {
    return null;
  }
}

const isEmptyParagraph = (node: Node | null) => node?.type.name === 'paragraph' && node.childCount === 0;

/** The document without the empty paragraph that the editor keeps after a last table, figure or list to type in. */
export function withoutTrailingParagraph(doc: Node): Node {
  const before = doc.childCount > 1 ? doc.child(doc.childCount - 2) : null;
  if (!before || before.type.name === 'paragraph' || !isEmptyParagraph(doc.lastChild)) return doc;
  return doc.copy(doc.content.cut(0, doc.content.size - (doc.lastChild?.nodeSize ?? 0)));
}

/** The form's value of a document; null when there is nothing in it, so that `required` works. */
export function bodyValue(doc: Node): Body | null {
  if (doc.childCount === 0 || (doc.childCount === 1 && isEmptyParagraph(doc.firstChild))) return null;
  return doc.toJSON();
}

/** How many words and characters (code points) of text a document has; captions are not counted. */
export function countText(doc: Node): { words: number; characters: number } {
  const text = doc.textBetween(0, doc.content.size, '\n', '\n');
  const words = text.split(/\s+/u).filter(Boolean).length;
  return { words, characters: [...text.replaceAll('\n', '')].length };
}
