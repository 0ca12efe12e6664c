import fc from 'fast-check';
import { dateLine, dateTime } from './display-time';
import { describeInstant } from './describe-time';
import { isCivilDay } from './civil-day';
import { parseTypedDay, parseTypedInstant } from './parse-typed-time';
import { portalDay, toPortalInstant } from './portal-time';

const instants = fc.date({ noInvalidDate: true, min: new Date('1000-01-02'), max: new Date('9999-12-30') });
const toTheMinute = (date: Date) => Math.floor(date.getTime() / 60_000) * 60_000;
const read = (dayText: string, timeText?: string) => {
  const typed = parseTypedInstant(dayText, timeText);
  return 'problem' in typed ? typed.problem : toPortalInstant(typed.instant).slice(0, 16);
};

describe('parseTypedDay', () => {
  it.each([
    '05/12/2026',
    '05-12-2026',
    '5.12.2026',
    '5/12/2026',
    ' 05 / 12 / 2026 ',
    '05 - 12 - 2026',
    '05 – 12 – 2026',
    '5 12 2026',
    '5,12,2026',
    '05\u00a012\u00a02026',
    '05122026',
    '2026-12-05',
    '2026/12/5',
    'ngày 05/12/2026',
    'Đăng ngày 05 - 12 - 2026',
    'Ðăng ngày 05 - 12 - 2026'.normalize('NFD'),
    '5 tháng 12 năm 2026',
    'ngày 05 tháng 12 năm 2026',
    '5 tháng 12, 2026',
  ])('reads %j as 5 December 2026', (text) => {
    expect(parseTypedDay(text)).toEqual({ day: '2026-12-05' });
  });

  it.each([
    ['', 'day-missing'],
    [' \u00a0', 'day-missing'],
    ['31/02/2026', 'day-does-not-exist'],
    ['2026-02-30', 'day-does-not-exist'],
    ['29/02/2025', 'day-does-not-exist'],
    ['12/31/2026', 'day-does-not-exist'],
    ['00/12/2026', 'day-does-not-exist'],
    ['05/12/26', 'year-incomplete'],
    ['05/12/202', 'year-incomplete'],
    ['5-12-', 'year-incomplete'],
    ['05/12/0206', 'year-incomplete'],
    ['05/12', 'day-unreadable'],
    ['05/12-2026', 'day-unreadable'],
    ['05/12/20266', 'day-unreadable'],
    ['20121205', 'day-unreadable'],
    ['05/12/2026 7h30', 'day-unreadable'],
    ['mai', 'day-unreadable'],
    ['infinity', 'day-unreadable'],
  ])('refuses %j: %s', (text, problem) => {
    expect(parseTypedDay(text)).toEqual({ problem });
  });

  it('reads the 29th of February in leap years', () => {
    expect(parseTypedDay('29/02/2028')).toEqual({ day: '2028-02-29' });
  });

  it('reads every day in every form, and never another day', () => {
    const separator = fc.constantFrom('/', '-', '.', ' ', ' - ', ' – ', ' / ');
    fc.assert(
      fc.property(instants, separator, fc.boolean(), fc.boolean(), (date, mark, isPadded, isYearFirst) => {
        const day = portalDay(date);
        const [year = '', ...rest] = day.split('-');
        const [month = '', dayOfMonth = ''] = isPadded ? rest : rest.map((part) => String(Number(part)));
        const parts = isYearFirst ? [year, month, dayOfMonth] : [dayOfMonth, month, year];
        expect(parseTypedDay(parts.join(mark))).toEqual({ day });
      }),
    );
  });

  it('reads the date line of the portal', () => {
    fc.assert(fc.property(instants, (date) => expect(parseTypedDay(dateLine(date))).toEqual({ day: portalDay(date) })));
  });

  it('gives a day that exists or a problem, for any text', () => {
    const digits = fc.stringMatching(/^[0-9 ./-]{0,14}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), digits), (text) => {
        const typed = parseTypedDay(text);
        expect('problem' in typed || isCivilDay(typed.day)).toBe(true);
      }),
    );
  });
});

describe('parseTypedInstant', () => {
  it.each([
    ['7h30', '07:30'],
    ['7h', '07:00'],
    ['07h05', '07:05'],
    ['7 h 5', '07:05'],
    ['7g30', '07:30'],
    ['7 giờ', '07:00'],
    ['7 giờ 30', '07:30'],
    ['7 giờ 30 phút', '07:30'],
    ['7 giờ rưỡi', '07:30'],
    ['07:00', '07:00'],
    ['7:05', '07:05'],
    ['07:00:59', '07:00'],
    ['19:05', '19:05'],
    ['19.05', '19:05'],
    ['19,05', '19:05'],
    ['0730', '07:30'],
    ['0:05', '00:05'],
    ['23:59', '23:59'],
    ['8:22 SA', '08:22'],
    ['5:17 CH', '17:17'],
    ['12:05 SA', '00:05'],
    ['12:00 CH', '12:00'],
    ['7 giờ sáng', '07:00'],
    ['12 giờ trưa', '12:00'],
    ['2h chiều', '14:00'],
    ['7 giờ 15 tối', '19:15'],
    ['10 giờ đêm', '22:00'],
    ['7 Giờ'.normalize('NFD'), '07:00'],
  ])('reads the time %j as %s', (time, expected) => {
    expect(read('05/12/2026', time)).toBe(`2026-12-05T${expected}`);
    expect(read(`05/12/2026 ${time}`)).toBe(`2026-12-05T${expected}`);
    expect(read(`${time} ngày 05/12/2026`)).toBe(`2026-12-05T${expected}`);
  });

  it.each([
    '7',
    '730',
    '24:00',
    '7:60',
    '7:5',
    '25h',
    '7h75',
    '14 giờ sáng',
    '12 giờ đêm',
    '12 giờ tối',
    '0 CH',
    'sáng',
  ])('refuses the time %j', (time) => {
    expect(read('05/12/2026', time)).toBe('time-unreadable');
  });

  it.each([
    ['05/12/2026, 7h30', '2026-12-05T07:30'],
    ['05/12/2026 lúc 7h30', '2026-12-05T07:30'],
    ['05/12/2026 - 7h30', '2026-12-05T07:30'],
    ['7h30, 05/12/2026', '2026-12-05T07:30'],
    ['19 - 02 - 2021 17:17', '2021-02-19T17:17'],
    ['19/02/2021 5:17 CH', '2021-02-19T17:17'],
    ['2026-12-05 07:00', '2026-12-05T07:00'],
    ['2026-12-05T07:00', '2026-12-05T07:00'],
    ['2026-12-05T07:00:00+07:00', '2026-12-05T07:00'],
    ['2026-12-05T00:00:00.000Z', '2026-12-05T07:00'],
    ['2026-12-05T20:00-05:00', '2026-12-06T08:00'],
  ])('reads %j as %s at +07:00', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['', '07:00', 'day-missing'],
    ['05/12/2026', '', 'time-missing'],
    ['31/02/2026', '07:00', 'day-does-not-exist'],
    ['31/02/2026 07:00', '', 'day-does-not-exist'],
    ['05/12/26', '07:00', 'year-incomplete'],
    ['05/12/2026 7h30', '8h', 'day-unreadable'],
    ['7h 05/12/2026 8h', '', 'day-unreadable'],
    ['2026-12-05T07:00+99:00', '', 'time-unreadable'],
  ])('refuses %j with %j: %s', (day, time, problem) => {
    expect(read(day, time)).toBe(problem);
  });

  it('reads what the portal, a database and the description of an instant write', () => {
    fc.assert(
      fc.property(instants, (date) => {
        const described = describeInstant(date, new Date(0)).split(', ').at(-1)!.replace(' (đã qua)', '');
        const texts = [[dateTime(date)], [toPortalInstant(date)], [date.toISOString()]];
        const half = described === '0 giờ đêm' ? '0h' : described;
        for (const [day = '', time] of [...texts, [dateLine(date), half]]) {
          const typed = parseTypedInstant(day, time);
          expect('problem' in typed ? `${day} ${time}: ${typed.problem}` : typed.instant.getTime()).toBe(
            toTheMinute(date),
          );
        }
      }),
    );
  });

  it('never throws', () => {
    const likely = fc.stringMatching(/^[0-9 .:h/T+Z-]{0,24}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), likely), fc.oneof(fc.string(), likely), (day, time) => {
        const typed = parseTypedInstant(day, time);
        expect('problem' in typed || !Number.isNaN(typed.instant.getTime())).toBe(true);
      }),
    );
  });
});
