import type { PageTree } from './page-tree';

const SAVED_FROM = /<!--\s*saved from url=\(\d+\)(\S+?)\s*-->/i;
const SINGLE_FILE = /<!--\s*Page saved with SingleFile\s+url:\s*(\S+)/i;

const isOnline = (address: string | undefined): address is string =>
  address !== undefined && /^https?:\/\//i.test(address) && URL.canParse(address);

/** The page's whole old address: the browser's "saved from" comment, else its canonical link; null for neither. */
export function findAddress({ start, canonical }: PageTree): string | null {
  const candidates = [SAVED_FROM.exec(start)?.[1], SINGLE_FILE.exec(start)?.[1], ...canonical];
  return candidates.find(isOnline) ?? null;
}
