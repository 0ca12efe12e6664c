import { dateLine, dateTime } from './display-time';

it.each([
  ['2021-02-27T01:22Z', '27/02/2021 8:22 SA'],
  ['2021-02-19T10:17Z', '19/02/2021 5:17 CH'],
  ['2021-02-22T13:18Z', '22/02/2021 8:18 CH'],
  ['2021-02-18T17:05Z', '19/02/2021 12:05 SA'],
  ['2021-02-19T05:00Z', '19/02/2021 12:00 CH'],
  ['2021-02-19T04:59Z', '19/02/2021 11:59 SA'],
  ['2021-02-19T16:59Z', '19/02/2021 11:59 CH'],
])('shows %s as %s', (utc, shown) => {
  expect(dateTime(new Date(utc))).toBe(shown);
});

it.each([
  ['2021-02-19T10:17Z', '19 February 2021, 5:17 pm'],
  ['2021-02-18T17:05Z', '19 February 2021, 12:05 am'],
  ['2021-02-19T05:00Z', '19 February 2021, 12:00 pm'],
])('shows %s in English as %s', (utc, shown) => {
  expect(dateTime(new Date(utc), 'en')).toBe(shown);
});

it('shows the day that it is in the portal', () => {
  expect(dateLine(new Date('2021-02-19T10:17:00Z'))).toBe('Đăng ngày 19 - 02 - 2021');
  expect(dateLine(new Date('2021-02-18T17:00:00Z'))).toBe('Đăng ngày 19 - 02 - 2021');
  expect(dateLine(new Date('2023-07-05T00:00:00Z'), 'en')).toBe('5 July 2023');
});

it('names every English month', () => {
  const months = Array.from({ length: 12 }, (_, month) => dateLine(new Date(Date.UTC(2021, month, 15)), 'en'));
  expect(months.map((line) => line.split(' ')[1]?.slice(0, 3)).join(' ')).toBe(
    'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  );
});

it('takes en-GB for English and any other locale for Vietnamese', () => {
  const date = new Date('2021-02-19T10:17:00Z');
  expect(dateTime(date, 'en-GB')).toBe('19 February 2021, 5:17 pm');
  expect(dateTime(date, 'fr')).toBe('19/02/2021 5:17 CH');
  expect(dateLine(date, 'enm')).toBe('Đăng ngày 19 - 02 - 2021');
});
