import { isCivilDay } from './civil-day';
import { foldEth } from './fold-letters';
import { startOfPortalDay } from './portal-time';

/**
 * Reads `19/02/2021 5:17 CH`, the form of `display.dateTime` and of the old portal's lists, at +07:00. Null for any
 * other text, for a day that does not exist, and for the hours 0 and 13 or more. Spaces may be no-break spaces.
 */
export function parsePortalDateTime(text: string): Date | null {
  const pattern = /^(\d{2})\/(\d{2})\/(\d{4})\s+(0?[1-9]|1[0-2]):([0-5]\d)\s+(SA|CH)$/;
  const [, day, month, year, hour, minute, half] = pattern.exec(text.trim()) ?? [];
  const civilDay = `${year}-${month}-${day}`;
  if (!isCivilDay(civilDay)) return null;
  const hours = (Number(hour) % 12) + (half === 'CH' ? 12 : 0);
  return new Date(startOfPortalDay(civilDay).getTime() + (hours * 60 + Number(minute)) * 60_000);
}

/**
 * Reads an old page's `Đăng ngày 19 - 02 - 2021` as a civil day, `2021-02-19`. Tolerates any spaces, no-break ones
 * among them, en dashes, NFD, and Ð for Đ. Null for any other text and for a day that does not exist.
 */
export function parseDateLine(text: string): string | null {
  const pattern = /^đăng\s+ngày\s*(\d{1,2})\s*[-–]\s*(\d{1,2})\s*[-–]\s*(\d{4})$/i;
  const [, day = '', month = '', year] = pattern.exec(foldEth(text).trim()) ?? [];
  const civilDay = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCivilDay(civilDay) ? civilDay : null;
}
