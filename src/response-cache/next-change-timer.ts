type NextChangeTimer = {
  /** Reads the next instant again, and waits for it. */
  restart(): void;
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
  let isStopped = false;

  async function read(): Promise<void> {
    isOutdated = false;
    const left = await millisecondsLeft().catch(() => null);
    clearTimeout(timer);
    // Node's timers may be a millisecond early.
    if (left !== null && !isStopped) timer = setTimeout(onChange, left + 1).unref();
  }

  function restart(): void {
    isOutdated = true;
    reading ??= read().finally(() => {
      reading = undefined;
      if (isOutdated && !isStopped) restart();
    });
  }

  return {
    restart,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
