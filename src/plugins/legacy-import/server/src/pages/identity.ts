import { searchKey } from '../../../../../vietnamese';
import { digestOf } from '../digest';
import { addressKey } from './address-key';
import type { CapturedPage } from './captured-page';

/** By what a page is known: its old address where it has one, without regard to case, and its title with its day. */
export type Identity = { addressDigest: string | null; titleDigest: string };

export const identityOf = ({ address, title, day }: Pick<CapturedPage, 'address' | 'title' | 'day'>): Identity => ({
  addressDigest: address === null ? null : digestOf(addressKey(address)),
  titleDigest: digestOf([day, searchKey(title)]),
});

/** Whether two pages are captures of the same page: by address, or by title and day where one has no address. */
export const isSamePage = (one: Identity, other: Identity): boolean =>
  one.addressDigest && other.addressDigest
    ? one.addressDigest === other.addressDigest
    : one.titleDigest === other.titleDigest;
