import fc from 'fast-check';
import { dateLine, dateTime } from './display-time';
import { parseDateLine, parsePortalDateTime } from './parse-portal-time';
import { portalDay } from './portal-time';

const dates = fc.date({ noInvalidDate: true, min: new Date('0001-01-02'), max: new Date('9999-12-30') });

describe('parsePortalDateTime', () => {
  it.each([
    ['27/02/2021 8:22 SA', '2021-02-27T01:22:00.000Z'],
    ['19/02/2021 5:17 CH', '2021-02-19T10:17:00.000Z'],
    ['22/02/2021 8:18 CH', '2021-02-22T13:18:00.000Z'],
    ['19/02/2021 12:05 SA', '2021-02-18T17:05:00.000Z'],
    ['19/02/2021 12:00 CH', '2021-02-19T05:00:00.000Z'],
    ['  19/02/2021\u00a05:17\u00a0CH ', '2021-02-19T10:17:00.000Z'],
  ])('reads %j as %s', (text, utc) => {
    expect(parsePortalDateTime(text)?.toISOString()).toBe(utc);
  });

  it.each([
    '30/02/2021 5:17 CH',
    '02/27/2021 5:17 CH',
    '19/02/0000 5:17 CH',
    '19/02/2021 0:05 SA',
    '19/02/2021 00:05 SA',
    '19/02/2021 13:05 CH',
    '19/02/2021 5:60 CH',
    '19/02/2021 5:17',
    '19/02/2021 5:17 PM',
    '19/02/2021',
    'undefined',
    '',
  ])('refuses %j', (text) => {
    expect(parsePortalDateTime(text)).toBeNull();
  });

  it('reads what dateTime writes', () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(parsePortalDateTime(dateTime(date))?.getTime()).toBe(Math.floor(date.getTime() / 60_000) * 60_000);
      }),
    );
  });
});

describe('parseDateLine', () => {
  it.each([
    'Đăng ngày 19 - 02 - 2021',
    'Đăng ngày 19-02-2021',
    '\u00a0Đăng\u00a0ngày  19\u00a0–\u00a002 – 2021\u00a0',
    'Đăng ngày 19 - 2 - 2021',
    'Đăng ngày 19 - 02 - 2021'.normalize('NFD'),
    'Ðăng ngày 19 - 02 - 2021',
  ])('reads %j', (text) => {
    expect(parseDateLine(text)).toBe('2021-02-19');
  });

  it.each(['Đăng ngày 30 - 02 - 2021', 'Đăng ngày 02 - 19 - 2021', '19 - 02 - 2021', 'Đăng ngày 19 - 02 - 21', ''])(
    'refuses %j',
    (text) => {
      expect(parseDateLine(text)).toBeNull();
    },
  );

  it('reads what dateLine writes', () => {
    fc.assert(fc.property(dates, (date) => expect(parseDateLine(dateLine(date))).toBe(portalDay(date))));
  });
});
