import fc from 'fast-check';
import { progressOf, unreportedYears } from '.';
import type { Target } from './values';

const PERIOD = { from: 2021, to: 2025 };

const target = (given: Partial<Target>): Target => ({
  ...{ name: 'Vốn đầu tư', nameEn: null, unit: 'tỷ đồng', unitEn: null, qualifier: 'exact', increment: false },
  ...{ value: '100', dueYear: 2025, baseline: null, planned: [], actual: [], agencies: [] },
  ...given,
});

const reports = (...figures: [year: number, value: string][]) =>
  figures.map(([year, value]) => ({ year, value, asOf: `${year}-12-31`, source: 'Cục Thống kê', sourceEn: null }));

const progress = (given: Partial<Target>, day = '2024-03-01') => progressOf(target(given), PERIOD, day);

describe('the plan of a year', () => {
  const planned = (given: Partial<Target>) => progress(given).years.map((year) => year.planned);

  it('lies on a straight line between the years of the plan', () => {
    const plan = { baseline: { year: 2020, value: '50' }, planned: [{ year: 2023, value: '80' }] };
    expect(planned(plan)).toEqual(['60', '70', '80', '90', '100']);
  });

  it('is rounded to two places, and exact in what is compared with it', () => {
    const thirds = { baseline: { year: 2022, value: '0' }, value: '10' };
    expect(planned(thirds)).toEqual([null, '0', '3.33', '6.67', '10']);
    const reported = { ...thirds, actual: reports([2023, '3.33']) };
    expect(progress(reported)).toMatchObject({ status: 'late', years: [{}, {}, { state: 'late' }, {}, {}] });
  });

  it('of an increment begins with nought in the year before the period', () => {
    expect(planned({ increment: true, value: '35000' })).toEqual(['7000', '14000', '21000', '28000', '35000']);
  });

  it('of a target without a beginning is known from its first year on', () => {
    expect(planned({ value: '1125000' })).toEqual([null, null, null, null, '1125000']);
  });

  it('is the target itself after the due year', () => {
    expect(planned({ dueYear: 2023, baseline: { year: 2020, value: '70' }, actual: reports([2025, '9']) })).toEqual([
      '80',
      '90',
      '100',
      '100',
      '100',
    ]);
  });
});

describe('a year', () => {
  const states = (given: Partial<Target>, day?: string) => progress(given, day).years.map(({ state }) => state);
  const baseline = { year: 2020, value: '0' };

  it('is met, late, not reported or still open', () => {
    expect(states({ baseline, actual: reports([2021, '20'], [2022, '39.9']) })).toEqual([
      'met',
      'late',
      'notReported',
      'open',
      'open',
    ]);
  });

  it('that still runs is never late', () => {
    expect(states({ baseline, actual: reports([2024, '1']) })[3]).toBe('open');
    expect(states({ baseline, actual: reports([2024, '1']) }, '2024-12-31')[3]).toBe('open');
    expect(states({ baseline, actual: reports([2024, '1']) }, '2025-01-01')[3]).toBe('late');
  });

  it('without a plan is compared with nothing', () => {
    expect(states({ actual: reports([2022, '10']) })[1]).toBe('uncompared');
  });

  it('is met when the report is as good as the target', () => {
    const given = { qualifier: 'atLeast', baseline: { year: 2020, value: '54' }, value: '53.5' } as const;
    expect(states({ ...given, actual: reports([2021, '53.6']) })[0]).toBe('met');
  });
});

describe('the status', () => {
  const status = (given: Partial<Target>, day?: string) => progress(given, day).status;
  const baseline = { year: 2020, value: '0' };

  type Case = [expected: string, given: Partial<Target>, day?: string];

  it.each<Case>([
    ['open', {}, '2021-12-31'],
    ['notReported', {}, '2022-01-01'],
    ['uncompared', { actual: reports([2022, '10']) }],
    ['onTrack', { baseline, actual: reports([2023, '60']) }],
    ['late', { baseline, actual: reports([2023, '59.99']) }],
    ['reached', { baseline, actual: reports([2022, '100']) }],
    ['reached', { actual: reports([2022, '100']) }],
    ['missed', { baseline, actual: reports([2025, '99.99']) }, '2026-01-01'],
    ['onTrack', { baseline, actual: reports([2025, '99.99']) }, '2025-12-31'],
    ['notReported', { baseline, actual: reports([2024, '80']) }, '2026-01-01'],
    ['late', { qualifier: 'atMost', baseline: { year: 2020, value: '6' }, value: '3', actual: reports([2022, '5']) }],
    [
      'reached',
      { qualifier: 'atMost', baseline: { year: 2020, value: '6' }, value: '3', actual: reports([2022, '2.9']) },
    ],
    ['reached', { baseline: { year: 2020, value: '6' }, value: '3', actual: reports([2022, '3']) }],
    ['reached', { qualifier: 'atMost', value: '5', actual: reports([2025, '4']) }, '2025-06-01'],
    ['late', { qualifier: 'atMost', planned: [{ year: 2022, value: '3' }], value: '5', actual: reports([2022, '6']) }],
    ['missed', { qualifier: 'atMost', value: '5', actual: reports([2025, '6']) }, '2026-01-01'],
  ])('is %s', (...[expected, given, day]: Case) => {
    expect(status(given, day)).toBe(expected);
  });

  it('of a limit is reached in the due year alone', () => {
    const limit = { qualifier: 'atMost', value: '5' } as const;
    expect(status({ ...limit, planned: [{ year: 2021, value: '5' }], actual: reports([2023, '2']) })).toBe('onTrack');
    expect(status({ ...limit, actual: reports([2025, '2']) })).toBe('reached');
  });
});

it('says how much of the way is done, and how far it is from the plan', () => {
  const given = { baseline: { year: 2020, value: '50' }, value: '110', actual: reports([2022, '70']) };
  expect(progress(given)).toMatchObject({ reportedYear: 2022, share: '33.33', gap: '-4' });
  expect(progress({ increment: true, value: '3', actual: reports([2022, '4']) })).toMatchObject({ share: '133.33' });
  expect(progress({ value: '110', actual: reports([2022, '55']) })).toMatchObject({ share: '50', gap: null });
});

it.each<[string, Partial<Target>]>([
  ['begins at it', { baseline: { year: 2020, value: '100' }, actual: reports([2022, '90']) }],
  ['is nought', { value: '0', actual: reports([2022, '90']) }],
  ['is an increment of nought', { value: '0.00', increment: true, actual: reports([2022, '90']) }],
  ['is a ceiling', { qualifier: 'atMost', actual: reports([2022, '90']) }],
])('has no share where the target %s', (_, given) => {
  expect(progress(given).share).toBeNull();
});

it('names the years gone by without a report', () => {
  expect(unreportedYears(progress({ actual: reports([2022, '1']) }))).toEqual([2021, 2023]);
});

/** Every figure is a whole number of hundredths, times what all spans of years divide. */
const SCALE = 2520n;

/** The plan, walked year by year in equal steps. */
function naivePlan(points: { year: number; value: bigint }[], last: number): Map<number, bigint> {
  const plan = new Map<number, bigint>();
  points.forEach(({ year, value }, index) => {
    const next = points[index + 1];
    const step = next ? ((next.value - value) * SCALE) / BigInt(next.year - year) : 0n;
    for (let at = year, now = value * SCALE; at < (next?.year ?? last + 1); at += 1, now += step) plan.set(at, now);
  });
  return plan;
}

const hundredths = fc.integer({ min: -100_000, max: 100_000 });
const written = (count: number) =>
  `${count < 0 ? '-' : ''}${Math.trunc(Math.abs(count) / 100)}.${String(Math.abs(count) % 100).padStart(2, '0')}`;

it('agrees with a replay that walks the years', () => {
  const figures = fc.uniqueArray(fc.record({ year: fc.integer({ min: 2021, max: 2024 }), value: hundredths }), {
    selector: ({ year }) => year,
  });
  const sorted = (list: { year: number; value: number }[]) => [...list].sort((one, other) => one.year - other.year);
  const generated = fc.record({
    baseline: fc.option(fc.record({ year: fc.integer({ min: 2018, max: 2020 }), value: hundredths })),
    planned: figures.map(sorted),
    actual: figures.map(sorted),
    value: hundredths,
    increment: fc.boolean(),
    qualifier: fc.constantFrom('exact', 'about', 'atLeast', 'atMost'),
    thisYear: fc.integer({ min: 2020, max: 2028 }),
  });

  fc.assert(
    fc.property(generated, ({ baseline, planned, actual, value, increment, qualifier, thisYear }) => {
      const start = increment
        ? [{ year: baseline?.year ?? 2020, value: 0n }]
        : baseline
          ? [{ year: baseline.year, value: BigInt(baseline.value) }]
          : [];
      const points = [...start, ...planned.map((one) => ({ ...one, value: BigInt(one.value) }))];
      const plan = naivePlan([...points, { year: 2025, value: BigInt(value) }], 2025);
      const down = qualifier === 'atMost' || (qualifier !== 'atLeast' && !!start[0] && BigInt(value) < start[0].value);
      const good = (one: bigint, wanted: bigint) => (down ? one <= wanted : one >= wanted);

      const result = progressOf(
        target({
          ...{ increment, qualifier, value: written(value) },
          baseline: baseline && { year: baseline.year, value: written(baseline.value) },
          planned: planned.map((one) => ({ year: one.year, value: written(one.value) })),
          actual: reports(...actual.map((one): [number, string] => [one.year, written(one.value)])),
        }),
        PERIOD,
        `${thisYear}-07-01`,
      );

      expect(result.years.map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024, 2025]);
      for (const { year, planned: shown, actual: reported, state } of result.years) {
        const exact = plan.get(year);
        expect(shown === null).toBe(exact === undefined);
        // Within half of the last place, in hundredths times the scale.
        if (exact !== undefined) {
          const given = BigInt(Math.round(Number(shown) * 100)) * SCALE;
          expect(given - exact <= SCALE / 2n && exact - given <= SCALE / 2n).toBe(true);
        }
        const report = actual.find((one) => one.year === year);
        expect(reported).toBe(report ? written(report.value) : null);
        const has = report && BigInt(report.value) * SCALE;
        const expected =
          has === undefined
            ? year < thisYear
              ? 'notReported'
              : 'open'
            : exact === undefined
              ? 'uncompared'
              : good(has, exact) || good(has, BigInt(value) * SCALE)
                ? 'met'
                : year < thisYear
                  ? 'late'
                  : 'open';
        expect(state).toBe(expected);
      }
      const last = actual.at(-1);
      expect(result.reportedYear).toBe(last?.year ?? null);
      expect(result.gap === null).toBe(!last || !plan.has(last.year));
    }),
    { numRuns: 1_000 },
  );
});
