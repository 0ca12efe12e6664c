import { slowness, startCpuTime } from './cpu-time';
import { exportedTextFunctions } from './exported-text-functions';

/** Characters that every function is given; `npm run test:text-cost` asks for a megabyte, and for all texts at it. */
const LENGTH = Number(process.env.TEXT_LENGTH ?? 250_000);
const IS_FULL = process.env.TEXT_LENGTH !== undefined;
/** The suite gives each function every text at this length, and the whole length of the one that it is slowest on. */
const SIEVE = 15_625;
const SLOWEST = 1;
/** Quadratic work on the whole would take minutes: it shows in the step before. */
const STEPS = [LENGTH / 8, LENGTH];
/**
 * Milliseconds of CPU below which growth is not looked at: a collection of garbage takes as long, and what no longer fits
 * in the processor's caches. Quadratic work on so long a text takes longer.
 */
const SLIGHT = LENGTH / 500;
/** Eight times the text may take this many times as long; quadratic work takes 64 times. */
const MOST_GROWTH = 32;
/**
 * Milliseconds of CPU for each step on two idle cores. Most functions take a tenth of it or less; those that stop at a bound, as at
 * 20,000 lines, take as long for the first step as for the last.
 */
const MOST = [5_000, 10_000];
/** A text is measured again when it seems slow: other programs empty the caches of the processor. */
const TRIES = 3;

const repeat = (unit: string) => (length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
const run = (unit: string, ends: string) => (length: number) => repeat(unit)(length - ends.length) + ends;

/** Texts of any length on which patterns and loops are known to backtrack, nest, or look at everything again. */
const HOSTILE_TEXTS: Readonly<Record<string, (length: number) => string>> = {
  spaces: repeat(' '),
  tabs: repeat('\t'),
  'line breaks': repeat('\n'),
  'no-break spaces': repeat('\u00a0'),
  'a letter, spaces, a letter': (length) => `a${run(' ', 'a')(length - 1)}`,
  'a letter, no-break spaces, a letter': (length) => `a${run('\u00a0', 'a')(length - 1)}`,
  'tabs and a letter at the end': run('\t', 'a'),
  'line breaks and a letter at the end': run('\n', 'a'),
  'words of one letter': repeat('a '),
  'cells of one letter': repeat('a\t'),
  'lines of one letter': repeat('a\n'),
  'lines of cells': repeat('a\tb\n'),
  'one word': repeat('a'),
  'one word of capitals': repeat('Đ'),
  'capitalised words': repeat('Nguyễn Văn An '),
  'repeated names': repeat('Sở Kế hoạch và Đầu tư '),
  'repeated titles and names': repeat('Chủ tịch UBND tỉnh, Phó Chủ tịch Lê Văn Bình, '),
  'both tone styles': repeat('hòa hoà '),
  'different words': (length) => {
    let text = '';
    for (let word = 0; text.length < length; word += 1) text += `òa${word.toString(36)}oà `;
    return text.slice(0, length);
  },
  'combining marks': (length) => `a${repeat('\u0301\u0323')(length - 1)}`,
  'decomposed letters': repeat('e\u0302\u0301'),
  'opening brackets': repeat('a(((('),
  'opening braces': repeat('{[('),
  'closing brackets': repeat(')]}'),
  quotes: repeat('"'),
  'quotes of one letter': repeat('"a" '),
  'nested tags': repeat('<div><p><b>'),
  'unclosed tags': repeat('<a href="'),
  'openings of tags': repeat('<'),
  'comments that do not end': repeat('<!--'),
  'elements of one letter': repeat('<p>a</p>'),
  'scripts that do not end': repeat('<script '),
  'pages in pages': repeat('<html <body '),
  entities: repeat('&amp;&#x1f600;&lt;'),
  ampersands: repeat('&'),
  digits: repeat('1'),
  'groups of digits': repeat('1.000.'),
  'numbers with hyphens': repeat('1-'),
  'numbers with slashes': repeat('12/'),
  'document numbers': repeat('Số 123/QĐ-UBND '),
  'broken document numbers': repeat('số 12/34/QD/'),
  'date lines': repeat('Đăng ngày 19 - 02 - 2021 '),
  'stamps of a list': repeat('a (19/02/2021 5:17 CH)\n'),
  'lines of numbers': repeat(`${'10 '.repeat(60)}x\n`),
  'lines of view counters': repeat(`${'lượt xem 1 '.repeat(15)}x\n`),
  sentences: repeat('A. '),
  'full stops': repeat('.'),
  hyphens: repeat('-'),
  commas: repeat(','),
  colons: (length) => `a ${run(':', 'a')(length - 2)}`,
  declarations: repeat('a:b;'),
  slashes: repeat('/'),
  backslashes: repeat('\\'),
  'per cent signs': repeat('%'),
  'encoded bytes': repeat('%e1%bb%87'),
  parameters: repeat('?a=b&'),
  'addresses of files': repeat('data:image/png;base64,'),
  emoji: repeat('👨‍👩‍👧'),
  'lone surrogates': repeat('\ud800'),
  'control characters': repeat('\u0000'),
};

/** What is timed: a function of a text, or of what is made of a text beforehand. */
type Timed = ((text: string) => unknown) | { make: (text: string) => unknown; run: (made: never) => unknown };

/** A function of what is made of a text: a tree of markup, a body, bytes. Making it is not timed. */
export const given = <Made>(make: (text: string) => Made, run: (made: Made) => unknown): Timed => ({ make, run });

type Registry = {
  /** Each function of the folder that is timed, by `file.ts#name`; what it throws is a refusal. */
  timed: Readonly<Record<string, Timed>>;
  /** Those that are not, by why that is enough. */
  exempt?: Readonly<Record<string, readonly string[]>>;
  leftOut?: readonly string[];
};

/**
 * Tests that the functions of a folder take time that is linear in their text, on long hostile texts, and that
 * none of its exports that take a text is missing from the registry. Time is the CPU time of this process, so that busy
 * processes beside do not count.
 *
 * @param folder from the root of the repository
 */
export function testTextCost(folder: string, { timed, exempt = {}, leftOut }: Registry): void {
  describe(`the functions of text in ${folder}`, () => {
    it('are all timed, or exempt for a reason', () => {
      const exempted = Object.values(exempt).flat();
      const known = [...Object.keys(timed), ...exempted];
      const exported = exportedTextFunctions(folder, leftOut);
      expect(exported.filter((name) => !known.includes(name))).toEqual([]);
      expect(exempted.filter((name) => !exported.includes(name) || name in timed)).toEqual([]);
    });

    it.each(Object.entries(timed))(
      '%s takes linear time',
      async (_name, timedFunction) => {
        const slow: string[] = [];
        for (const text of IS_FULL ? Object.keys(HOSTILE_TEXTS) : await slowestTexts(timedFunction)) {
          const complaint = await complaintOf(timedFunction, HOSTILE_TEXTS[text]!);
          if (complaint) slow.push(`${text}: ${complaint}`);
        }
        expect(slow).toEqual([]);
      },
      1_800_000,
    );
  });
}

/** The texts that a function takes longest for; the first round only warms up. */
async function slowestTexts(timed: Timed): Promise<string[]> {
  const times: { text: string; time: number }[] = [];
  for (const [, make] of Object.entries(HOSTILE_TEXTS)) await cpuTime(timed, make(SIEVE / 8));
  for (const [text, make] of Object.entries(HOSTILE_TEXTS))
    times.push({ text, time: await cpuTime(timed, make(SIEVE)) });
  return times
    .sort((one, other) => other.time - one.time)
    .slice(0, SLOWEST)
    .map(({ text }) => text);
}

/** What is wrong with the time that a function takes, or null. */
async function complaintOf(timed: Timed, make: (length: number) => string): Promise<string | null> {
  const isSlow = (times: number[], step: number): boolean => {
    const allowed = (MOST[step]! * LENGTH) / 1_000_000;
    return (
      (times[step]! > allowed && times[step]! > allowed * slowness()) ||
      (times[step]! > SLIGHT && times[step]! > (times[step - 1] ?? Infinity) * MOST_GROWTH)
    );
  };
  const best = STEPS.map(() => Infinity);
  for (let tried = 0; tried < TRIES; tried += 1) {
    for (const [step, length] of STEPS.entries()) {
      best[step] = Math.min(best[step]!, await cpuTime(timed, make(length)));
      if (isSlow(best, step)) break;
    }
    if (!STEPS.some((_, step) => isSlow(best, step))) return null;
  }
  return `${best.map(Math.round).join(', ')} ms of CPU for ${STEPS.join(', ')} characters`;
}

/** Milliseconds of CPU. */
async function cpuTime(timed: Timed, text: string): Promise<number> {
  const { make, run } = typeof timed === 'function' ? { make: (given: string) => given, run: timed } : timed;
  const made = make(text);
  const time = startCpuTime();
  try {
    await run(made as never);
  } catch {
    // A refusal is an answer; its time counts.
  }
  return time();
}
