const asked = process.env.HOSTILE_CASES;

/**
 * How many cases a property gets: few in the ordinary suite; of the N of `npm run test:hostile -- --cases N` the share
 * that its cases can take, since a written article costs twenty times what a request does.
 */
export const cases = (ordinary: number, share = 1): number =>
  asked ? Math.max(ordinary, Math.ceil(Number(asked) * share)) : ordinary;

/** Milliseconds for so many cases, each of which may take a while on a busy machine: ten times what it takes on an idle one. */
export const timeFor = (count: number, each = 100): number => 60_000 + count * each;

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
