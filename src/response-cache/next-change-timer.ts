type NextChangeTimer = {
  /** Reads the next instant again, and waits for it. */
  restart(): void;
  /** Until that instant; null while it is not known. */
  secondsLeft(): number | null;
  stop(): void;
};

/**
 * Calls back at the next instant at which time alone changes what is visible.
 *
 * @param millisecondsLeft until that instant, by the database's clock; on a failure the timer waits for `restart`
 */
export function createNextChangeTimer(millisecondsLeft: () => Promise<number>, onChange: () => void): NextChangeTimer {
  let timer: NodeJS.Timeout | undefined;
  let reading: Promise<void> | undefined;
  let isOutdated = false;
  /** By `performance.now()`. */
  let endsAt: number | null = null;
  let isStopped = false;

  async function read(): Promise<void> {
    isOutdated = false;
    // Counted from before the question, so that it never ends too late.
    const askedAt = performance.now();
    const left = await millisecondsLeft().catch(() => null);
    clearTimeout(timer);
    endsAt = left === null || isOutdated ? null : askedAt + left;
    // Node's timers may be a millisecond early.
    if (left !== null && !isStopped) timer = setTimeout(onChange, left + 1).unref();
  }

  function restart(): void {
    isOutdated = true;
    endsAt = null;
    reading ??= read().finally(() => {
      reading = undefined;
      if (isOutdated && !isStopped) restart();
    });
  }

  return {
    restart,
    secondsLeft: () => endsAt && Math.max(0, endsAt - performance.now()) / 1_000,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
