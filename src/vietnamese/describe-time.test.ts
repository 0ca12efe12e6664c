import fc from 'fast-check';
import { describeDay, describeInstant } from './describe-time';

const now = new Date('2026-12-04T03:00:00Z');

it.each([
  ['2026-12-05', 'Thứ Bảy, 05/12/2026 — ngày mai'],
  ['2026-12-04', 'Thứ Sáu, 04/12/2026 — hôm nay'],
  ['2026-12-03', 'Thứ Năm, 03/12/2026 — hôm qua'],
  ['2026-12-06', 'Chủ Nhật, 06/12/2026 — ngày kia'],
  ['2026-12-02', 'Thứ Tư, 02/12/2026 — hôm kia'],
  ['2026-12-11', 'Thứ Sáu, 11/12/2026 — 7 ngày nữa'],
  ['2026-11-05', 'Thứ Năm, 05/11/2026 — 29 ngày trước'],
  ['2027-03-03', 'Thứ Tư, 03/03/2027 — 2 tháng nữa'],
  ['2062-12-05', 'Thứ Ba, 05/12/2062 — 36 năm nữa'],
  ['1965-06-27', 'Chủ Nhật, 27/06/1965 — 61 năm trước'],
  ['0926-12-04', 'Thứ Tư, 04/12/0926 — 1100 năm trước'],
])('describes the day %s as %j', (day, described) => {
  expect(describeDay(day, '2026-12-04')).toBe(described);
});

it.each([
  ['2026-12-05T00:00:00Z', 'Thứ Bảy, 05/12/2026 — ngày mai, 7 giờ sáng'],
  ['2026-12-04T17:00:00Z', 'Thứ Bảy, 05/12/2026 — ngày mai, 0 giờ đêm'],
  ['2026-12-04T00:05:00Z', 'Thứ Sáu, 04/12/2026 — hôm nay, 7 giờ 05 sáng (đã qua)'],
  ['2026-12-04T05:30:00Z', 'Thứ Sáu, 04/12/2026 — hôm nay, 12 giờ 30 trưa'],
  ['2026-12-04T07:00:00Z', 'Thứ Sáu, 04/12/2026 — hôm nay, 2 giờ chiều'],
  ['2026-12-03T12:05:00Z', 'Thứ Năm, 03/12/2026 — hôm qua, 7 giờ 05 tối'],
  ['2026-12-04T15:00:00Z', 'Thứ Sáu, 04/12/2026 — hôm nay, 10 giờ đêm'],
])('describes the instant %s as %j', (instant, described) => {
  expect(describeInstant(new Date(instant), now)).toBe(described);
});

it.each([
  ['2026-12-05T00:00:00Z', 'Saturday, 05/12/2026 — tomorrow, 7:00 am'],
  ['2026-12-04T02:30:00Z', 'Friday, 04/12/2026 — today, 9:30 am (past)'],
  ['2026-12-14T12:00:00Z', 'Monday, 14/12/2026 — in 10 days, 7:00 pm'],
  ['2024-12-03T05:00:00Z', 'Tuesday, 03/12/2024 — 2 years ago, 12:00 pm'],
])('describes %s in English as %j', (instant, described) => {
  expect(describeInstant(new Date(instant), now, 'en-GB')).toBe(described);
});

it('says of every day whether it is ahead', () => {
  const days = fc.date({ noInvalidDate: true, min: new Date('1000-01-01'), max: new Date('9999-12-30') });
  fc.assert(
    fc.property(days, days, (one, other) => {
      const [day, today] = [one, other].map((date) => date.toISOString().slice(0, 10)) as [string, string];
      const ahead = / nữa$|ngày mai$|ngày kia$/.test(describeDay(day, today));
      expect(ahead).toBe(day > today);
    }),
  );
});

it('refuses what is not a day', () => {
  expect(() => describeDay('2026-02-30', '2026-12-04')).toThrow(RangeError);
  expect(() => describeInstant(new Date(NaN), now)).toThrow(RangeError);
});
