export type Reason = 'change' | 'time' | 'doubt' | 'trust';

/**
 * The generation that the content is in, as far as this node knows. What was built in an earlier one is no longer
 * shown as current.
 */
export class Generations {
  /** Of what is built from now on. */
  current = 0;
  /** Whether every change since the current one began would have been heard of. */
  isTrusted = false;
  /** The first of which it is not known that something has changed since. */
  private unchangedSince = 0;

  constructor(private readonly began: (why: Reason) => void) {}

  /** Something has changed, or its time has come. */
  change(why: 'change' | 'time'): void {
    this.begin(why);
    this.unchangedSince = this.current;
  }

  /** Something may have changed, and it would not be heard of. */
  doubt(): void {
    this.begin('doubt');
    this.isTrusted = false;
  }

  /** Changes are heard of again; what happened meanwhile is not known. */
  trust(): void {
    this.begin('trust');
    this.unchangedSince = this.current;
    this.isTrusted = true;
  }

  isCurrent(generation: number): boolean {
    return this.isTrusted && generation === this.current;
  }

  /** Whether bytes of that generation may be shown as the last ones, while the database is away. */
  isUnrefuted(generation: number): boolean {
    return generation >= this.unchangedSince;
  }

  private begin(why: Reason): void {
    this.current += 1;
    this.began(why);
  }
}
