import { portalDay } from '../../../../../vietnamese';
import { addressKey } from './address-key';
import type { ListLine } from './captured-page';
import { listedMatcher } from './same-title';

type Known = { title: string; day: string; address: string | null };

/**
 * The line in a list that is a page's own: the same address, or the same title where either address is unknown, on the
 * day of the page's date line. Two pages with one title on one day differ by address alone.
 */
export function ownLine(list: ListLine[], page: Known): ListLine | null {
  const sameDay = list.filter(({ on }) => portalDay(on) === page.day);
  const key = page.address && addressKey(page.address);
  const byAddress = key ? sameDay.find(({ address }) => address && addressKey(address) === key) : undefined;
  if (byAddress) return byAddress;
  const isOwnTitle = listedMatcher(page.title);
  return sameDay.find(({ title, address }) => !(key && address) && isOwnTitle(title)) ?? null;
}
