/** How many cases a property gets: few in the ordinary suite, HOSTILE_CASES by `npm run test:hostile -- --cases N`. */
export const cases = (ordinary: number): number => Number(process.env.HOSTILE_CASES ?? ordinary);

/** Milliseconds for so many cases, each of which may take a while on a busy machine. */
export const timeFor = (count: number): number => 60_000 + count * 100;
