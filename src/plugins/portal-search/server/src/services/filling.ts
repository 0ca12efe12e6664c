import type { Core } from '@strapi/strapi';

/** Milliseconds after which reading in is tried again: the database was away, or too busy. */
export const AGAIN_MS = 30_000;

/** What reads in, after the start, all that was there before: again after a failure, until it is done. */
export class Filling {
  isStopping = false;
  private done: Promise<void> | undefined;
  private wake: (() => void) | undefined;

  /**
   * @param what is read in, for the log
   * @param readIn leaves out what it has read in before, and ends early once `isStopping`
   */
  constructor(
    private readonly log: Pick<Core.Strapi['log'], 'error'>,
    private readonly what: string,
    private readonly readIn: () => Promise<void>,
  ) {}

  /** @returns settles when all is read in, or when it is stopped */
  start(): Promise<void> {
    return (this.done = this.run());
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    this.wake?.();
    await this.done;
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      try {
        return await this.readIn();
      } catch (error) {
        if (this.isStopping) return;
        this.log.error(`portal-search has not read all ${this.what} in, and tries again: ${(error as Error).message}`);
        await this.pause();
      }
    }
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, AGAIN_MS).unref();
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
