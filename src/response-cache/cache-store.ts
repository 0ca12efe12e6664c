import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { EncodedAnswers } from './answer';
import type { CacheKey } from './cache-key';

export type CacheEntry = {
  readonly encoded: EncodedAnswers;
  /** The headers that every answer of this server has. */
  readonly headers: Readonly<Record<string, string>>;
  readonly isCrossOrigin: boolean;
  readonly generation: number;
  /** Complete headers of answers that were sent of it, as names and values in turn, by what they can differ in. */
  readonly sentHeaders: Map<string, string[]>;
  /** By `performance.now()`; Infinity when time alone does not change it. */
  readonly endsAt: number;
  /** Is called for each request that it answers. */
  readonly onSent: (() => void) | undefined;
};

/** Bytes of an entry beside its answer's: objects, tags, and the headers of the few ways in which it is sent. */
const OVERHEAD = 8_192;

/** How many keys that were requested once are remembered, as digests of 22 characters. */
const MAX_SEEN_KEYS = 10_000;

/** The part of the bytes that answers which are kept apart have. */
const APART = 1 / 16;

/** The answers of one kind of keys, within a number of bytes; the least recently requested leave first. */
class Partition {
  readonly entries: LRUCache<string, CacheEntry>;
  readonly seen = new LRUCache<string, true>({ max: MAX_SEEN_KEYS });

  constructor(bytes: number) {
    this.entries = new LRUCache({ maxSize: Math.max(Math.floor(bytes), 1), sizeCalculation: entrySize });
  }

  /** Whether to keep an answer: one whose key a caller can invent freely only from its second request on. */
  admits({ key, isFree }: CacheKey): boolean {
    if (!isFree || this.entries.has(key)) return true;
    const digest = createHash('sha256').update(key).digest('base64url').slice(0, 22);
    const isSecond = this.seen.has(digest);
    this.seen.set(digest, true);
    return isSecond;
  }
}

/** The cached answers, within a number of bytes. Keys that are kept apart take no place from the others. */
export class CacheStore {
  private readonly shared: Partition;
  private readonly apart: Partition;

  constructor(bytes: number) {
    this.shared = new Partition(bytes * (1 - APART));
    this.apart = new Partition(bytes * APART);
  }

  private of({ isApart }: CacheKey): Partition {
    return isApart ? this.apart : this.shared;
  }

  get(key: CacheKey): CacheEntry | undefined {
    return this.of(key).entries.get(key.key);
  }

  admits(key: CacheKey): boolean {
    return this.of(key).admits(key);
  }

  set(key: CacheKey, entry: CacheEntry): void {
    this.of(key).entries.set(key.key, entry);
  }

  get size(): { entries: number; bytes: number; seen: number } {
    const { shared, apart } = this;
    return {
      entries: shared.entries.size + apart.entries.size,
      bytes: shared.entries.calculatedSize + apart.entries.calculatedSize,
      seen: shared.seen.size + apart.seen.size,
    };
  }
}

const entrySize = ({ encoded: { identity, gzip, br } }: CacheEntry, key: string): number =>
  identity.bytes.length + gzip.bytes.length + br.bytes.length + 2 * key.length + OVERHEAD;
