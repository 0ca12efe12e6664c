import { flattenExtensions, getSchema } from '@tiptap/core';
import { everyKind } from '../../../../../body/fixtures/every-kind';
import { checkBody } from '../../../../../body/check-body';
import { MARK_ORDER } from '../../../../../body/normalise-body';
import { bodySchema } from '../../../../../body/schema';
import { FigureNode } from '../figure/figure-node';
import { schemaExtensions } from './schema-extensions';

const schema = getSchema([...schemaExtensions, FigureNode]);

const text = { type: 'text', text: 'x' };
const paragraph = { type: 'paragraph', content: [text] };
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const item = (...content: unknown[]) => ({ type: 'listItem', content });
const list = (...content: unknown[]) => ({ type: 'bulletList', content });
const cell = { type: 'tableCell', attrs: { colspan: 1, rowspan: 1 }, content: [paragraph] };
const table = { type: 'table', content: [{ type: 'tableRow', content: [cell] }] };
const figure = { type: 'figure' };
const rule = { type: 'horizontalRule' };
const heading = { type: 'heading', attrs: { level: 2 }, content: [text] };
const quote = { type: 'blockquote', content: [paragraph] };

const editorAccepts = (value: unknown) => {
  try {
    schema.nodeFromJSON(value).check();
    return true;
  } catch {
    return false;
  }
};

it('accepts every kind of node, and gives back what the check stores', () => {
  const node = schema.nodeFromJSON(everyKind);
  node.check();
  expect(checkBody(node.toJSON())).toEqual({ ok: true, body: everyKind });
});

it('has the nodes and marks of the schema, no more, and the marks in its order', () => {
  const named = [...JSON.stringify(collectLiterals(bodySchema)).matchAll(/"(\w+)"/g)].map(([, name]) => name);
  const ours = [...Object.keys(schema.nodes), ...Object.keys(schema.marks)].sort();
  expect(ours).toEqual([...new Set(named)].sort());
  expect(Object.keys(schema.marks)).toEqual(MARK_ORDER);
});

it('writes no attribute that the check would refuse', () => {
  for (const { name, spec } of [...Object.values(schema.nodes), ...Object.values(schema.marks)]) {
    const known: Record<string, string[]> = {
      heading: ['level'],
      orderedList: ['start'],
      tableCell: ['colspan', 'rowspan', 'colwidth'],
      tableHeader: ['colspan', 'rowspan', 'colwidth'],
      figure: ['file', 'caption', 'credit', 'alt', 'decorative'],
      link: ['href'],
    };
    expect([name, Object.keys(spec.attrs ?? {})]).toEqual([name, known[name] ?? []]);
  }
});

const optionsOf = (name: string) =>
  flattenExtensions(schemaExtensions).find((extension) => extension.name === name)?.options;

it('refuses in the editor the addresses that the check refuses', () => {
  const link = optionsOf('link');
  for (const href of ['javascript:alert(1)', '//evil.example', 'ftp://a.vn'])
    expect(link.isAllowedUri(href, {})).toBe(false);
  expect(link.isAllowedUri('/tin-tuc', {})).toBe(true);
  expect(link.openOnClick).toBe(false);
});

it('offers the levels of headings that the check accepts', () => {
  const levels = [1, 2, 3, 4, 5, 6].filter((level) => checkBody(doc({ ...heading, attrs: { level } })).ok);
  expect(optionsOf('heading').levels).toEqual(levels);
});

const blocks = {
  paragraph,
  list: list(item(paragraph)),
  heading,
  quote,
  table,
  figure,
  rule,
  text,
  item: item(paragraph),
};
const within: Record<string, (node: unknown) => unknown> = {
  'a document': (node) => doc(node),
  'an item, first': (node) => doc(list(item(node))),
  'an item, second': (node) => doc(list(item(paragraph, node))),
  'a list': (node) => doc(list(node)),
  'a quote': (node) => doc({ type: 'blockquote', content: [node] }),
  'a cell': (node) => doc({ type: 'table', content: [{ type: 'tableRow', content: [{ ...cell, content: [node] }] }] }),
  'a row': (node) => doc({ type: 'table', content: [{ type: 'tableRow', content: [node] }] }),
  'a table': (node) => doc({ type: 'table', content: [node] }),
  'a paragraph': (node) => doc({ type: 'paragraph', content: [node] }),
  'a heading': (node) => doc({ ...heading, content: [node] }),
};
const pairs = Object.keys(within).flatMap((place) => Object.keys(blocks).map((name) => [name, place] as const));

it.each(pairs)('agrees with the check about a %s in %s', (name, place) => {
  const value = within[place](blocks[name as keyof typeof blocks]);
  expect(editorAccepts(value)).toBe(checkBody(value).ok);
});

it.each([
  ['an empty document', { type: 'doc', content: [] }],
  ['an empty list', doc(list())],
  ['an empty table', doc({ type: 'table', content: [] })],
  ['an empty row', doc({ type: 'table', content: [{ type: 'tableRow' }] })],
  ['an empty cell', doc({ type: 'table', content: [{ type: 'tableRow', content: [{ ...cell, content: [] }] }] })],
  ['an empty paragraph', doc({ type: 'paragraph' })],
  ['code', doc({ type: 'codeBlock' })],
  ['a struck text', doc({ type: 'paragraph', content: [{ ...text, marks: [{ type: 'strike' }] }] })],
  [
    'both scripts at once',
    doc({ type: 'paragraph', content: [{ ...text, marks: [{ type: 'subscript' }, { type: 'superscript' }] }] }),
  ],
])('agrees with the check about %s', (_name, value) => {
  expect(editorAccepts(value)).toBe(checkBody(value).ok);
});

/** The names in all `type: z.literal(…)` of a zod schema. */
function collectLiterals(root: unknown): string[] {
  const seen = new Set<unknown>();
  const names: string[] = [];
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    const { def } = value as { def?: { type: string; shape?: Record<string, { def: { values: string[] } }> } };
    if (!def) return Array.isArray(value) ? value.forEach(visit) : undefined;
    if (def.shape?.type) names.push(...def.shape.type.def.values);
    for (const part of Object.values(def.shape ?? {})) visit(part);
    for (const key of ['options', 'element', 'innerType', 'items', 'rest'])
      visit((def as Record<string, unknown>)[key]);
    return undefined;
  };
  visit(root);
  return names;
}
