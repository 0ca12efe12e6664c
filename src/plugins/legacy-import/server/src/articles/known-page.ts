import type { Core } from '@strapi/strapi';
import type { Identity } from '../pages/identity';
import type { PublishedOn, TimeSource } from '../pages/time-of-day';

export const IMPORTED_PAGE = 'plugin::legacy-import.imported-page';

/** The importer's record of an imported page. */
export type KnownPage = {
  id: number;
  addressDigest: string | null;
  titleDigest: string;
  address: string | null;
  form: 'text' | 'html';
  timeSource: TimeSource;
  publishedOn: string;
  article: string;
  pageDigest: string;
  articleDigest: string;
  /** The digests of its pictures by their sources. */
  pictures: Record<string, string> | null;
  conflict: unknown;
};

/** The page of an earlier run with this identity: by address, else by title and day where either has no address. */
export async function knownPage(
  strapi: Core.Strapi,
  { addressDigest, titleDigest }: Identity,
): Promise<KnownPage | null> {
  const pages = strapi.db.query(IMPORTED_PAGE);
  const byAddress = addressDigest && (await pages.findOne({ where: { addressDigest } }));
  if (byAddress) return byAddress;
  const byTitle: KnownPage[] = await pages.findMany({ where: { titleDigest }, orderBy: { id: 'asc' } });
  return (addressDigest ? byTitle.find((page) => page.addressDigest === null) : byTitle[0]) ?? null;
}

export const knownTime = (known: KnownPage): PublishedOn => ({
  instant: new Date(known.publishedOn),
  source: known.timeSource,
});
