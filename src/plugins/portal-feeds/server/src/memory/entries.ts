import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Forms } from './answer';
import type { Asked } from './key';

export type Entry = {
  readonly forms: Forms;
  /** The fields that every answer of this server has. */
  readonly headers: Readonly<Record<string, string>>;
  readonly generation: number;
  /** Those of answers that were sent of it, by what they can differ in. */
  readonly written: Map<string, Record<string, string>>;
  /** By `performance.now()`; never, when time alone does not change it. */
  readonly endsAt: number;
};

/** Of an entry beside its bytes: objects, tags, and the fields of the few ways in which it is sent. */
const OVERHEAD = 8_192;

/** How many keys that were asked once are remembered, as digests of 22 characters. */
const MOST_SEEN = 10_000;

/** The answers that are kept, within a number of bytes, those asked longest ago leaving first. */
export class Entries {
  private readonly kept: LRUCache<string, Entry>;
  private readonly seen = new LRUCache<string, true>({ max: MOST_SEEN });

  constructor(bytes: number) {
    this.kept = new LRUCache({ maxSize: Math.max(bytes, 1), sizeCalculation: sizeOf });
  }

  get(key: string): Entry | undefined {
    return this.kept.get(key);
  }

  /** Keeps an answer; one that anybody could think up only from the second time that it is asked for. */
  admits({ key, isFree }: Asked): boolean {
    if (!isFree || this.kept.has(key)) return true;
    const digest = createHash('sha256').update(key).digest('base64url').slice(0, 22);
    const isSecond = this.seen.has(digest);
    this.seen.set(digest, true);
    return isSecond;
  }

  set(key: string, entry: Entry): void {
    this.kept.set(key, entry);
  }

  get size(): { entries: number; bytes: number; seen: number } {
    return { entries: this.kept.size, bytes: this.kept.calculatedSize, seen: this.seen.size };
  }
}

const sizeOf = ({ forms: { identity, gzip, br } }: Entry, key: string): number =>
  identity.bytes.length + gzip.bytes.length + br.bytes.length + 2 * key.length + OVERHEAD;
