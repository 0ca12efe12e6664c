import { latestFinished, partsOf, textOf, withKind } from './period-parts';

it.each([
  ['2025-07', { kind: 'month', number: 7, year: '2025' }],
  ['2025-Q3', { kind: 'quarter', number: 3, year: '2025' }],
  ['2025', { kind: 'year', number: 1, year: '2025' }],
  ['20-07', { kind: 'month', number: 7, year: '20' }],
  ['-Q3', { kind: 'quarter', number: 3, year: '' }],
])('reads and writes %s, typed to its end or not', (text, parts) => {
  expect(partsOf(text)).toEqual(parts);
  expect(textOf(partsOf(text)!)).toBe(text);
});

it.each([null, undefined, '', '2025-13', '2025-7', '2025-01-01'])('reads no period from %j', (text) =>
  expect(partsOf(text)).toBeNull(),
);

it('proposes the latest finished period, and keeps the year where the kind changes', () => {
  expect(['month', 'quarter', 'year'].map((kind) => latestFinished(kind as never, '2026-01-05'))).toEqual([
    '2025-12',
    '2025-Q4',
    '2025',
  ]);
  expect(withKind('2024-08', 'quarter', '2026-01-05')).toBe('2024-Q3');
  expect(withKind('2024', 'month', '2026-01-05')).toBe('2024-01');
  expect(withKind('20-08', 'quarter', '2026-01-05')).toBe('2025-Q4');
});
