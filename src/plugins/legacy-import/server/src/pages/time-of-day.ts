import { startOfPortalDay } from '../../../../../vietnamese';
import type { CapturedPage, ListLine } from './captured-page';
import { ownLine } from './own-line';

/** Where the time of day of a page was found. */
export type TimeSource = 'own-list' | 'other-list' | 'none';

/** When a page was published on the old portal. */
export type PublishedOn = { instant: Date; source: TimeSource };

/**
 * The instant of a page: its day with the time from its own line in its own list, else from another page's list of the
 * same run, else 00:00 at +07:00.
 *
 * @param others the lines of all pages of the run
 */
export function publishedOn(page: CapturedPage, others: ListLine[]): PublishedOn {
  if (page.ownTime) return { instant: page.ownTime, source: 'own-list' };
  const elsewhere = ownLine(others, page);
  if (elsewhere) return { instant: elsewhere.on, source: 'other-list' };
  return { instant: startOfPortalDay(page.day), source: 'none' };
}

const RANK: Record<TimeSource, number> = { 'own-list': 2, 'other-list': 1, none: 0 };

/** The more precise of an earlier run's and this run's times: a known time is not lost with the list. */
export const betterTime = (earlier: PublishedOn, now: PublishedOn): PublishedOn =>
  RANK[now.source] >= RANK[earlier.source] ? now : earlier;
