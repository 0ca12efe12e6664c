/**
 * Whether `text` is a day that exists, written `YYYY-MM-DD`, in the years 1 to 9999 of the Gregorian calendar.
 * Refuses `2026-02-30`, `infinity` and anything with a time. A civil day has no zone. Never throws.
 */
export function isCivilDay(text: string): boolean {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  if (!year || !month || !day) return false;
  return month <= 12 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
