import type { ProgrammeTarget } from '../../../../../contract';
import { yearSpans } from './programme-target';
import { CHART, chartOf, isDrawn } from './progress-scale';

type Year = [planned: string | null, actual: string | null];

const target = (goal: string, ...years: Year[]) => {
  const all = years.map(([planned, actual], index) => ({ year: 2021 + index, planned, actual, state: 'met' as const }));
  return {
    planned: [{ year: 2020 + years.length, value: goal }],
    actual: all.flatMap(({ year, actual }) => (actual === null ? [] : [{ year, value: actual }])),
    progress: { years: all },
  } as unknown as ProgrammeTarget;
};

const bottom = CHART.height - CHART.bottom;

it('draws columns from nought, as long as their figures', () => {
  const { years, zero } = chartOf(target('100', [null, '50'], [null, '100'], ['100', null]));
  expect(zero).toBe(bottom);
  expect(years.map(({ actual }) => actual?.height ?? null)).toEqual([
    (bottom - CHART.top) / 2,
    bottom - CHART.top,
    null,
  ]);
  expect(years[1]!.actual!.y).toBe(CHART.top);
  expect(years[2]!.planned!.y).toBe(CHART.top);
});

it('draws figures below nought under the line', () => {
  const { years, zero, goal } = chartOf(target('10', [null, '-10'], ['10', '10']));
  expect(zero).toBe((CHART.top + bottom) / 2);
  expect(goal).toBe(CHART.top);
  expect(years[0]!.actual).toMatchObject({ y: zero, height: bottom - zero });
  expect(years[1]!.actual).toMatchObject({ y: CHART.top, height: zero - CHART.top });
});

it('has a place for a chart of noughts, and for figures beyond what JavaScript counts', () => {
  for (const figure of ['0', '9'.repeat(40), `-${'9'.repeat(40)}`]) {
    const { years, zero, goal } = chartOf(target(figure, [figure, figure]));
    for (const place of [zero, goal, years[0]!.x, years[0]!.actual!.y, years[0]!.planned!.y]) {
      expect(place).toBeGreaterThanOrEqual(0);
      expect(place).toBeLessThanOrEqual(CHART.width);
    }
  }
});

it('draws no chart that would show the target alone', () => {
  expect(isDrawn(target('100', [null, null], ['100', null]))).toBe(false);
  expect(isDrawn(target('100', ['50', null], ['100', null]))).toBe(true);
  expect(isDrawn(target('100', [null, '1'], ['100', null]))).toBe(true);
});

it.each([
  [[], []],
  [[2021], ['2021']],
  [
    [2021, 2022, 2024],
    ['2021–2022', '2024'],
  ],
])('writes the years %j as %j', (years, spans) => {
  expect(yearSpans(years)).toEqual(spans);
});
