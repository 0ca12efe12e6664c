import { periodText } from '../../../../reports';
import { askedSpan, periodTitle } from './report-periods';

test.each([
  ['month', '2025-03', '2025-07', ['2025-03', '2025-07']],
  ['quarter', '2025-03', '2025-07', ['2025-Q1', '2025-Q3']],
  ['year', '2025-03', '2025-Q4', ['2025', '2025']],
  ['month', '2025-Q2', '2025', ['2025-04', '2025-12']],
  ['quarter', '2025', undefined, ['2025-Q1', null]],
  ['month', '2025-13', 'x', [null, null]],
] as const)('by %s, from %s to %s', (kind, from, to, span) => {
  const { first, last } = askedSpan(kind, from, to);
  expect([first && periodText(first), last && periodText(last)]).toEqual(span);
});

test('a period begins a line', () => {
  const period = { kind: 'quarter', from: '2025-07-01', to: '2025-09-30' } as const;
  expect([periodTitle(period, 'vi'), periodTitle(period, 'en')]).toEqual(['Quý III/2025', 'The third quarter of 2025']);
});
