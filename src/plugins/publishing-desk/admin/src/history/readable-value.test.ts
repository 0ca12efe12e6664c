import { readableValue } from './readable-value';

const when = (instant: string) => new Date(instant).toISOString();
const text = (words: string) => ({ type: 'text', text: words });
const paragraph = (...words: string[]) => ({ type: 'paragraph', content: words.map(text) });

test('reads a body by its paragraphs, list items and captions', () => {
  const list = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('Hai')] }] };
  const figure = { type: 'figure', attrs: { caption: 'Chú thích' } };
  const body = { type: 'doc', content: [paragraph('M', 'ột'), list, figure, { type: 'rule' }] };
  expect(readableValue(body, when)).toBe('Một\nHai\nChú thích');
});

test.each([
  [null, ''],
  [7, '7'],
  ['2026-01-05T01:00:00', '2026-01-05T01:00:00.000Z'],
  [['a', 'b'], 'a, b'],
  [{ on: 1 }, '{"on":1}'],
])('reads %j', (value, read) => {
  expect(readableValue(value, when)).toBe(read);
});
