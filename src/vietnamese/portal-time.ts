import { isCivilDay } from './civil-day';

// Offset arithmetic, since Intl's hours differ between Node 20 and 22, and the process's own zone must not matter.
const OFFSET_HOURS = 7;
/** The portal's offset, that of Asia/Ho_Chi_Minh since 1975. */
export const PORTAL_OFFSET = '+07:00';

/**
 * The instant as the contract writes it, at the portal's offset: `2021-02-19T17:17:00+07:00`. Parts of a second are
 * cut off. The offset is +07:00 for every year, Asia/Ho_Chi_Minh's since 1975.
 * @throws RangeError for an invalid date, and outside the years 1 to 9999.
 */
export function toPortalInstant(date: Date): string {
  const wallClock = new Date(date.getTime() + OFFSET_HOURS * 3_600_000).toISOString().slice(0, 19);
  if (!isCivilDay(wallClock.slice(0, 10))) throw new RangeError('An instant outside the years 1 to 9999');
  return wallClock + PORTAL_OFFSET;
}

/**
 * The civil day (`YYYY-MM-DD`) at the instant, at +07:00.
 * @throws RangeError as {@link toPortalInstant}.
 */
export function portalDay(date: Date): string {
  return toPortalInstant(date).slice(0, 10);
}

/**
 * The instant at which a civil day (`YYYY-MM-DD`) begins at +07:00.
 * @throws RangeError for what is not a civil day.
 */
export function startOfPortalDay(day: string): Date {
  if (!isCivilDay(day)) throw new RangeError('A civil day is written YYYY-MM-DD');
  return new Date(`${day}T00:00:00${PORTAL_OFFSET}`);
}
