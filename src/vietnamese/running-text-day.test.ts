import { runningTextDay } from './running-text-day';

it.each([
  ['2023-07-05', 'ngày 05 tháng 7 năm 2023'],
  ['2021-02-19', 'ngày 19 tháng 02 năm 2021'],
  ['2025-01-01', 'ngày 01 tháng 01 năm 2025'],
  ['2020-03-05', 'ngày 05 tháng 3 năm 2020'],
  ['2020-12-10', 'ngày 10 tháng 12 năm 2020'],
])('writes %s as %s', (day, text) => {
  expect(runningTextDay(day)).toBe(text);
});

it('refuses a day that does not exist', () => {
  expect(() => runningTextDay('2026-02-30')).toThrow(RangeError);
});
