/** Label values of the metric `portal_feeds_generations_total`. */
export type GenerationReason = 'change' | 'time' | 'doubt' | 'trust';

/** The generation of the content, as far as this node knows. An answer of an earlier one is no longer current. */
export class Generations {
  /** Of what is built from now on. */
  current = 0;
  /** Whether every change since the current generation began would have been notified. */
  isTrusted = false;
  /** The first generation since which no change is known. */
  private unchangedSince = 0;

  constructor(private readonly onBegin: (reason: GenerationReason) => void) {}

  /** Content has changed, by a write or by time. */
  change(reason: 'change' | 'time'): void {
    this.begin(reason);
    this.unchangedSince = this.current;
  }

  /** Content may have changed without a notification. */
  suspect(): void {
    this.begin('doubt');
    this.isTrusted = false;
  }

  /** Changes are notified again; those before may have been missed. */
  trust(): void {
    this.begin('trust');
    this.unchangedSince = this.current;
    this.isTrusted = true;
  }

  isCurrent(generation: number): boolean {
    return this.isTrusted && generation === this.current;
  }

  /** Whether answers of that generation may be served stale while the database is away. */
  mayServeStale(generation: number): boolean {
    return generation >= this.unchangedSince;
  }

  private begin(reason: GenerationReason): void {
    this.current += 1;
    this.onBegin(reason);
  }
}
