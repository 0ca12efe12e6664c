import { writableText } from '../vietnamese';
import { cleanAddress } from './link-address';

type Json = Record<string, unknown>;

/** The order in which TipTap keeps the marks of one text; a test compares it with the editor's schema. */
export const MARK_ORDER = ['link', 'bold', 'italic', 'underline', 'subscript', 'superscript'];

// What TipTap and its table write on their own accord, and nothing reads.
const EDITOR_ATTRIBUTES = new Map<string, string[]>([
  ['paragraph', ['textAlign']],
  ['heading', ['textAlign']],
  ['orderedList', ['type']],
  ['tableCell', ['colwidth', 'align']],
  ['tableHeader', ['colwidth', 'align']],
  ['link', ['target', 'rel', 'class', 'title']],
]);

const DEFAULT_ATTRIBUTES = new Map<string, Json>([
  ['orderedList', { start: 1 }],
  ['tableCell', { colspan: 1, rowspan: 1 }],
  ['tableHeader', { colspan: 1, rowspan: 1 }],
  ['figure', { file: null, caption: '', credit: '', alt: null, decorative: false }],
]);

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isBlank = (value: unknown) => typeof value === 'string' && value.trim() === '';

const cleanValue = (key: string, value: unknown) =>
  typeof value !== 'string' ? value : key === 'href' ? cleanAddress(value) : writableText(value);

function normaliseAttributes(type: string, attrs: Json): Json | undefined {
  const dropped = EDITOR_ATTRIBUTES.get(type) ?? [];
  const given = Object.entries(attrs)
    .filter(([key, value]) => !dropped.includes(key) && value !== undefined)
    .map(([key, value]) => [key, cleanValue(key, value)]);
  const all: Json = { ...DEFAULT_ATTRIBUTES.get(type), ...Object.fromEntries(given) };
  if (type === 'figure' && isBlank(all.alt)) all.alt = null;
  return Object.keys(all).length > 0 ? all : undefined;
}

const rank = (mark: unknown) => (isObject(mark) ? MARK_ORDER.indexOf(String(mark.type)) : -1);
const isEmptyText = (node: unknown) => isObject(node) && node.type === 'text' && node.text === '';

function normaliseNode(node: unknown): unknown {
  if (!isObject(node)) return node;
  const type = typeof node.type === 'string' ? node.type : '';
  const { attrs, content, marks, text, ...rest } = node;
  const result: Json = rest;
  const ownAttributes = isObject(attrs) || attrs == null ? normaliseAttributes(type, attrs ?? {}) : attrs;
  if (ownAttributes !== undefined) result.attrs = ownAttributes;
  if (text !== undefined) result.text = cleanValue('text', text);
  // A break takes the marks of the selection that it lay in; they show nothing.
  if (Array.isArray(marks) ? marks.length > 0 && type !== 'hardBreak' : marks != null) {
    result.marks = Array.isArray(marks) ? marks.map(normaliseNode).sort((a, b) => rank(a) - rank(b)) : marks;
  }
  const children = Array.isArray(content) ? content.map(normaliseNode).filter((child) => !isEmptyText(child)) : content;
  if (Array.isArray(children) ? children.length > 0 : children != null) result.content = children;
  return result;
}

/**
 * The same document in the one spelling that is stored: strings without what XML forbids and in NFC, attributes that
 * the editor writes on its own left out, defaults filled in, a blank text alternative null (unknown), marks in order,
 * empty lists and texts left out. What it does not know it leaves for the check to refuse. It recurses, so it takes only what is within the limits; it is
 * idempotent and does not change its argument.
 */
export function normaliseBody(value: unknown): unknown {
  return normaliseNode(value);
}
