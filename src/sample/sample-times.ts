import { portalDay, startOfPortalDay } from '../vietnamese';
import type { SampleTime } from './sample-content';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const minutes = (time: string) => {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return hours * 60 + rest;
};

/**
 * Gives each time its instant. While one of today's lies ahead of `now`, everything up to today moves a day back, so
 * that an early start shows no article from the future and keeps their order; what is meant for tomorrow stays there.
 */
export function sampleInstants(times: SampleTime[], now: Date): (time: SampleTime) => Date {
  const midnight = startOfPortalDay(portalDay(now)).getTime();
  const at = ({ daysAgo, time }: SampleTime) => midnight - daysAgo * DAY + minutes(time) * MINUTE;
  const isEarly = times.some((time) => time.daysAgo === 0 && at(time) > now.getTime());
  return (time) => new Date(at(time) - (isEarly && time.daysAgo >= 0 ? DAY : 0));
}
