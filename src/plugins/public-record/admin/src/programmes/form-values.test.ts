import { checkValue } from '../../../../../programmes';
import { blankTarget, rowsOf, withActual, withPlanned, yearsOfTarget } from './form-values';

const target = { ...blankTarget(2025), name: 'Việc làm', unit: 'lao động', value: '35000' };

it('fills a target that the server takes', () => {
  const filled = withActual(withPlanned(target, 2023, '20000'), 2021, {
    value: '6000',
    asOf: '2021-12-31',
    source: 'Sở Nội vụ',
  });
  expect(checkValue('targets', [filled])).toMatchObject({ ok: true });
});

it('keeps the years in order, and none without a figure', () => {
  const planned = withPlanned(withPlanned(target, 2024, '2'), 2022, '1');
  expect(planned.planned).toEqual([
    { year: 2022, value: '1' },
    { year: 2024, value: '2' },
  ]);
  expect(withPlanned(planned, 2022, '').planned).toEqual([{ year: 2024, value: '2' }]);
});

it('keeps a year of which only the source is typed, and drops an empty one', () => {
  const sourced = withActual(target, 2021, { source: 'Sở Nội vụ' });
  expect(sourced.actual).toHaveLength(1);
  expect(withActual(sourced, 2021, { source: '' }).actual).toEqual([]);
});

it('shows the years of the programme up to the target, and every other with a figure', () => {
  expect(yearsOfTarget({ ...target, dueYear: 2023 }, 2021, 2025)).toEqual([2021, 2022, 2023]);
  expect(yearsOfTarget(withPlanned(target, 2019, '1'), null, null)).toEqual([2019]);
  expect(yearsOfTarget({ ...target, dueYear: null }, 2021, 2022)).toEqual([2021, 2022]);
  expect(yearsOfTarget({ ...target, dueYear: 9999 }, 2021, 2022)).toEqual([]);
});

it('reads lists of rows, and nothing else', () => {
  expect(rowsOf(null)).toEqual([]);
  expect(rowsOf('[{"name":"a"}]')).toEqual([{ name: 'a' }]);
  for (const other of ['x', {}, [1], '{', 0]) expect(rowsOf(other)).toBeNull();
});
