import { isCivilDay } from './civil-day';

/**
 * A civil day (`YYYY-MM-DD`) as official documents write it within a sentence: `ngày 05 tháng 7 năm 2023`. Days below
 * 10 and the months 1 and 2 take a leading zero, other months do not.
 * @throws RangeError for what is not a civil day.
 */
export function runningTextDay(day: string): string {
  if (!isCivilDay(day)) throw new RangeError('A civil day is written YYYY-MM-DD');
  const [year, month, date] = day.split('-');
  return `ngày ${date} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${Number(year)}`;
}
