import type { Period } from './values';

/** Whether a programme has begun, runs or has ended, by its years, or was stopped before. Days are civil, `YYYY-MM-DD`. */
export function programmeStatus(
  { from, to }: Period,
  stoppedOn: string | null,
  day: string,
): 'planned' | 'ongoing' | 'ended' | 'stopped' {
  if (stoppedOn !== null && stoppedOn <= day) return 'stopped';
  const year = Number(day.slice(0, 4));
  if (year < from) return 'planned';
  return year > to ? 'ended' : 'ongoing';
}
