import { parsePeriod, periodName, periodOfDay, periodRuns, periodText, previousPeriod } from '.';

it.each([
  ['2025-07', { kind: 'month', from: '2025-07-01', to: '2025-07-31' }, '2025-06'],
  ['2024-02', { kind: 'month', from: '2024-02-01', to: '2024-02-29' }, '2024-01'],
  ['2025-01', { kind: 'month', from: '2025-01-01', to: '2025-01-31' }, '2024-12'],
  ['2025-Q1', { kind: 'quarter', from: '2025-01-01', to: '2025-03-31' }, '2024-Q4'],
  ['2025-Q4', { kind: 'quarter', from: '2025-10-01', to: '2025-12-31' }, '2025-Q3'],
  ['2025', { kind: 'year', from: '2025-01-01', to: '2025-12-31' }, '2024'],
])('reads %s', (text, period, previous) => {
  const read = parsePeriod(text)!;
  expect(read).toEqual(period);
  expect(periodText(read)).toBe(text);
  expect(periodText(previousPeriod(read))).toBe(previous);
});

it.each(['', '2025-7', '2025-13', '2025-00', '2025-Q5', '2025-Q0', '1999', '2200-01', '2025-07-01', '25', '2025-q1'])(
  'refuses %j',
  (text) => expect(parsePeriod(text)).toBeNull(),
);

it('is named as people call it', () => {
  const names = (text: string) => ['vi', 'en'].map((locale) => periodName(parsePeriod(text)!, locale));
  expect(names('2025-07')).toEqual(['tháng 7/2025', 'July 2025']);
  expect(names('2025-Q3')).toEqual(['quý III/2025', 'the third quarter of 2025']);
  expect(names('2025')).toEqual(['năm 2025', '2025']);
});

it.each([
  ['month', '2025-12-31', '2025-12'],
  ['quarter', '2025-09-30', '2025-Q3'],
  ['quarter', '2025-01-01', '2025-Q1'],
  ['year', '2025-06-15', '2025'],
] as const)('finds the %s of %s', (kind, day, text) => expect(periodText(periodOfDay(kind, day))).toBe(text));

it.each([
  ['2021-01-01', '2021-12-31', ['year 2021-01-01 2021-12-31']],
  ['2021-01-01', '2021-06-30', ['quarter 2021-01-01 2021-06-30']],
  ['2021-01-02', '2021-03-30', ['month 2021-02-01 2021-02-28']],
  ['2020-11-15', '2021-02-27', ['month 2020-12-01 2021-01-31']],
  ['2020-10-01', '2021-04-30', ['quarter 2020-10-01 2021-03-31', 'month 2021-04-01 2021-04-30']],
  [
    ...(['2018-08-01', '2021-11-30'] as const),
    [
      ...['month 2018-08-01 2018-09-30', 'quarter 2018-10-01 2018-12-31', 'year 2019-01-01 2020-12-31'],
      ...['quarter 2021-01-01 2021-09-30', 'month 2021-10-01 2021-11-30'],
    ],
  ],
  ['2021-02-02', '2021-02-28', []],
  ['2021-03-01', '2021-01-31', []],
])('covers %s to %s', (from, to, runs) =>
  expect(periodRuns(from, to).map((run) => `${run.kind} ${run.from} ${run.to}`)).toEqual(runs),
);
