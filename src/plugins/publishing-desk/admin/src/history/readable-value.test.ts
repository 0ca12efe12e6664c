import { readableValue } from './readable-value';

const words = {
  when: (instant: string) => new Date(instant).toISOString(),
  names: new Map([
    ['field', 'Lĩnh vực'],
    ['received', 'Tiếp nhận'],
    ['funding.year', 'Năm'],
    ['funding', 'Vốn'],
    ['qualifier.about', 'Khoảng'],
  ]),
};
const text = (written: string) => ({ type: 'text', text: written });
const paragraph = (...written: string[]) => ({ type: 'paragraph', content: written.map(text) });

test('reads a body by its paragraphs, list items and captions', () => {
  const list = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('Hai')] }] };
  const figure = { type: 'figure', attrs: { caption: 'Chú thích' } };
  const body = { type: 'doc', content: [paragraph('M', 'ột'), list, figure, { type: 'rule' }] };
  expect(readableValue(body, words)).toBe('Một\nHai\nChú thích');
});

test.each([
  [null, ''],
  [7, '7'],
  ['2026-01-05T01:00:00', '2026-01-05T01:00:00.000Z'],
  [['a', 'b'], 'a, b'],
  [[{ on: 1 }], '1. on: 1'],
])('reads %j', (value, read) => {
  expect(readableValue(value, words)).toBe(read);
});

test('reads rows by their parts, which have names and an order where a plugin gives them, and leaves out what is empty', () => {
  const rows = [
    { received: 0, receivedOnline: null, field: 'Đất đai' },
    { field: 'Y tế', qualifier: 'about', funding: [{ year: 2021 }, { year: 2022 }], agencies: ['a', 'b'], note: '' },
  ];
  expect(readableValue(rows, words)).toBe(
    '1. Lĩnh vực: Đất đai; Tiếp nhận: 0\n2. Lĩnh vực: Y tế; Vốn: (Năm: 2021), (Năm: 2022); qualifier: Khoảng; agencies: a, b',
  );
});
