const asked = process.env.HOSTILE_CASES;

/**
 * How many cases a property gets: few in the ordinary suite; of the N of `npm run test:hostile -- --cases N` the share
 * that its cases can take, since a written article costs twenty times what a request does.
 */
export const cases = (ordinary: number, share = 1): number =>
  asked ? Math.max(ordinary, Math.ceil(Number(asked) * share)) : ordinary;

/** Milliseconds for so many cases, each of which may take a while on a busy machine. */
export const timeFor = (count: number): number => 60_000 + count * 100;

/** A line for whoever asked for many cases, past Jest's own reporter. */
export function tell(line: string): void {
  if (asked) process.stderr.write(`${line}\n`);
}

/** How many answers of each status, for `tell`. */
export const listStatuses = (statuses: ReadonlyMap<number, number>): string =>
  [...statuses]
    .sort(([one], [other]) => one - other)
    .map(([status, many]) => `${many} × ${status}`)
    .join(', ');
