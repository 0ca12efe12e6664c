import { searchKey } from '../../../../../vietnamese';
import { digestOf } from '../digest';
import { addressKey } from './address-key';
import type { CapturedPage } from './captured-page';

/** The keys that identify a page: its old address in lower case, if it has one, and its title with its day. */
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
