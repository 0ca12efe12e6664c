/** Milliseconds of CPU that {@link reference} takes on two idle cores. */
const REFERENCE = 80;
const ORDINARY_TEXT = 'Sở Kế hoạch và Đầu tư '.repeat(45_000);

/** Work on a megabyte of ordinary text that is known to be linear. */
const reference = (): unknown =>
  ORDINARY_TEXT.normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(' ');

/** Starts to count the CPU time of this process, user and system; the function gives the milliseconds until now. */
export function startCpuTime(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
}

/**
 * How many times as long as on two idle cores this machine takes now, 1 or more. Other programs do not count in CPU time,
 * but they empty the caches of the processor and take its memory's bandwidth: the same instructions take longer.
 */
export function slowness(): number {
  const time = startCpuTime();
  reference();
  return Math.max(1, time() / REFERENCE);
}

/** Work is done again when it seems slow: code that runs for the first time, and a machine that is held up, take longer. */
const TRIES = 3;

/**
 * Does some work and gives its result.
 *
 * @param most milliseconds of CPU on two idle cores
 * @param work may be done several times
 * @throws Error where it took longer each time
 */
export async function withinCpuTime<Result>(most: number, work: () => Result | Promise<Result>): Promise<Result> {
  let least = Infinity;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const time = startCpuTime();
    const result = await work();
    least = Math.min(least, time());
    if (least <= most || least <= most * slowness()) return result;
  }
  throw new Error(`${Math.round(least)} ms of CPU, ${most} at most`);
}
