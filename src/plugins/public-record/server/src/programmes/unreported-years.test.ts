import { unreportedTargets } from './unreported-years';

const targets = [{ name: 'Thu ngân sách', unit: 'tỷ đồng', value: '9', dueYear: 2023 }];
const found = (period: object) => unreportedTargets({ values: { targets, ...period } });

it('names the years gone by of each target', () => {
  expect(found({ periodFrom: 2021, periodTo: 2023 })).toMatchObject([{ values: { years: '2021, 2022, 2023' } }]);
  expect(found({ periodFrom: '2022', periodTo: '2023' })).toMatchObject([{ values: { years: '2022, 2023' } }]);
});

it.each<[unknown]>([[-1e15], [-100_000_000], [1944], [2021.5], [null], [''], [true], [[2021]], [{ toString: 1 }]])(
  'finds nothing in a period from %j',
  (periodFrom) => {
    expect(found({ periodFrom, periodTo: 2023 })).toEqual([]);
  },
);
