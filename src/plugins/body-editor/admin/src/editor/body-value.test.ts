import { getSchema } from '@tiptap/core';
import { everyKind } from '../../../../../body/fixtures/every-kind';
import { FigureNode } from '../figure/figure-node';
import { bodyValue, countText, readBody, withoutTrailingParagraph } from './body-value';
import { schemaExtensions } from './schema-extensions';

const schema = getSchema([...schemaExtensions, FigureNode]);
const read = (...content: unknown[]) => {
  const doc = readBody(schema, { type: 'doc', content });
  if (!doc) throw new Error('not readable');
  return doc;
};
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const rule = { type: 'horizontalRule' };

it('reads a value as an object and as text, and nothing as an empty document', () => {
  expect(readBody(schema, JSON.stringify(everyKind))?.eq(read(...everyKind.content))).toBe(true);
  for (const nothing of [null, undefined, '']) expect(readBody(schema, nothing)?.textContent).toBe('');
});

it('does not open an invalid body', () => {
  for (const other of ['{', '[]', 3, [], { type: 'doc' }, { type: 'doc', content: [{ type: 'x' }] }, paragraph('x')]) {
    expect(readBody(schema, other)).toBeNull();
  }
});

it('leaves out the paragraph that the editor keeps at the end, and no other', () => {
  expect(withoutTrailingParagraph(read(rule, { type: 'paragraph' })).eq(read(rule))).toBe(true);
  for (const kept of [
    read(rule),
    read({ type: 'paragraph' }),
    read(rule, paragraph('x')),
    read(paragraph('x'), { type: 'paragraph' }),
  ]) {
    expect(withoutTrailingParagraph(kept)).toBe(kept);
  }
});

it('has no value where there is nothing', () => {
  expect(bodyValue(read({ type: 'paragraph' }))).toBeNull();
  expect(bodyValue(read(paragraph('x')))).toEqual({ type: 'doc', content: [paragraph('x')] });
});

it('counts words and characters', () => {
  expect(countText(read(paragraph('Tây Ninh'), rule, paragraph('họp 💧')))).toEqual({ words: 4, characters: 13 });
  expect(countText(read({ type: 'paragraph' }))).toEqual({ words: 0, characters: 0 });
});
