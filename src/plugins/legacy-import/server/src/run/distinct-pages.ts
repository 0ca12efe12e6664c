import type { CapturedPage } from '../pages/captured-page';
import { type Identity, identityOf, isSamePage } from '../pages/identity';

type OfFile = { file: string; page: CapturedPage };

/** The pages of a run, each once, and the files that hold another capture of one of them. */
type DistinctPages = { pages: OfFile[]; repeated: { file: string; of: string }[] };

// A saved page has the pictures, tables and links that a text capture has lost; of two alike the later file counts.
const isBetter = (one: OfFile, than: OfFile) => one.page.form === 'html' || than.page.form === 'text';

/** Of several captures of one page keeps one, so that a run does not write an article twice from different captures. */
export function distinctPages(captures: OfFile[]): DistinctPages {
  const kept: (OfFile & { identity: Identity })[] = [];
  const byTitle = new Map<string, number[]>();
  const byAddress = new Map<string, number>();
  const repeated: DistinctPages['repeated'] = [];

  // Those with an address first: they keep pages of one title apart, and absorb those without an address.
  const ordered = [...captures.filter(({ page }) => page.address), ...captures.filter(({ page }) => !page.address)];
  for (const capture of ordered) {
    const identity = identityOf(capture.page);
    const alike = byTitle.get(identity.titleDigest) ?? [];
    const byOwnAddress = identity.addressDigest === null ? undefined : byAddress.get(identity.addressDigest);
    const at = byOwnAddress ?? alike.find((index) => kept[index] && isSamePage(kept[index].identity, identity));
    const earlier = at === undefined ? undefined : kept[at];
    if (at !== undefined && earlier) {
      const better = isBetter(capture, earlier);
      repeated.push(better ? { file: earlier.file, of: capture.file } : { file: capture.file, of: earlier.file });
      if (better) kept[at] = { ...capture, identity: identity.addressDigest ? identity : earlier.identity };
      continue;
    }
    kept.push({ ...capture, identity });
    byTitle.set(identity.titleDigest, [...alike, kept.length - 1]);
    if (identity.addressDigest) byAddress.set(identity.addressDigest, kept.length - 1);
  }
  const order = new Map(captures.map(({ file }, index) => [file, index]));
  kept.sort((one, other) => (order.get(one.file) ?? 0) - (order.get(other.file) ?? 0));
  return { pages: kept.map(({ file, page }) => ({ file, page })), repeated };
}
