import { programmeStatus } from '.';

it.each([
  ['2020-12-31', null, 'planned'],
  ['2021-01-01', null, 'ongoing'],
  ['2025-12-31', null, 'ongoing'],
  ['2026-01-01', null, 'ended'],
  ['2023-05-01', '2023-05-02', 'ongoing'],
  ['2023-05-02', '2023-05-02', 'stopped'],
  ['2027-01-01', '2023-05-02', 'stopped'],
])('on %s, stopped on %s, is %s', (day, stoppedOn, status) => {
  expect(programmeStatus({ from: 2021, to: 2025 }, stoppedOn, day)).toBe(status);
});
