export type Alarm = {
  /** Asks anew when the next instant is, and rings then. */
  set(): void;
  stop(): void;
};

/**
 * Rings at the next instant at which time changes what is visible.
 *
 * @param millisecondsLeft until then, by the database's clock; it may fail, since whoever sets the alarm again after a
 *   database was away knows when that is over
 */
export function createAlarm(millisecondsLeft: () => Promise<number>, ring: () => void): Alarm {
  let timer: NodeJS.Timeout | undefined;
  let asking: Promise<void> | undefined;
  let isOutdated = false;
  let isStopped = false;

  async function ask(): Promise<void> {
    isOutdated = false;
    const left = await millisecondsLeft().catch(() => null);
    clearTimeout(timer);
    // Node's timers may be a millisecond early.
    if (left !== null && !isStopped) timer = setTimeout(ring, left + 1).unref();
  }

  function set(): void {
    isOutdated = true;
    asking ??= ask().finally(() => {
      asking = undefined;
      if (isOutdated && !isStopped) set();
    });
  }

  return {
    set,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
