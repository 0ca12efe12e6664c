import { exportedTextFunctions } from './exported-text-functions';

/** A megabyte, and shorter texts first: quadratic work on the whole would take minutes. */
const LENGTHS = [16_000, 62_500, 250_000, 1_000_000];
/** Milliseconds of CPU below which growth is not looked at: a collection of garbage takes as long. */
const SLIGHT = 200;
/** Four times the text may take this many times as long; quadratic work takes sixteen times. */
const MOST_GROWTH = 9;
/** Milliseconds of CPU for a megabyte: linear work takes a tenth on any machine that runs the suite. */
const MOST = 4_000;
/** A text is measured again when it seems slow: other programs empty the caches of the processor. */
const TRIES = 3;

const repeat = (unit: string) => (length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
const run = (unit: string, ends: string) => (length: number) => repeat(unit)(length - ends.length) + ends;

/** Texts of any length on which patterns and loops are known to backtrack, nest, or look at everything again. */
export const HOSTILE_TEXTS: Readonly<Record<string, (length: number) => string>> = {
  spaces: repeat(' '),
  tabs: repeat('\t'),
  'line breaks': repeat('\n'),
  'no-break spaces': repeat('\u00a0'),
  'a letter, spaces, a letter': (length) => `a${run(' ', 'a')(length - 1)}`,
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
  sentences: repeat('A. '),
  'full stops': repeat('.'),
  hyphens: repeat('-'),
  commas: repeat(','),
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

/** What a function does with a text; what it returns is dropped, and what it throws is a refusal. */
type Timed = (text: string) => unknown;

type Registry = {
  /** Each function of the folder that is timed, by `file.ts#name`. */
  timed: Readonly<Record<string, Timed>>;
  /** Each that is not, and why that is enough. */
  exempt?: Readonly<Record<string, string>>;
  leftOut?: readonly string[];
};

/**
 * Tests that the functions of a folder take time that is linear in their text, on a megabyte of each hostile text, and
 * that none of its exports that take a text is missing from the registry. Time is the CPU time of this process, so that
 * busy processes beside do not count.
 */
export function testTextCost(folder: string, { timed, exempt = {}, leftOut }: Registry): void {
  describe(`the functions of text in ${folder}`, () => {
    it('are all timed, or exempt for a reason', () => {
      const known = [...Object.keys(timed), ...Object.keys(exempt)];
      const exported = exportedTextFunctions(folder, leftOut);
      expect(exported.filter((name) => !known.includes(name))).toEqual([]);
      expect(Object.keys(exempt).filter((name) => !exported.includes(name) || name in timed)).toEqual([]);
    });

    it.each(Object.entries(timed))(
      '%s takes linear time for a megabyte',
      async (_name, timedFunction) => {
        const slow: string[] = [];
        for (const [name, make] of Object.entries(HOSTILE_TEXTS)) {
          const complaint = await complaintOf(timedFunction, make);
          if (complaint) slow.push(`${name}: ${complaint}`);
        }
        expect(slow).toEqual([]);
      },
      600_000,
    );
  });
}

/** What is wrong with the time that a function takes, or null. */
async function complaintOf(timed: Timed, make: (length: number) => string): Promise<string | null> {
  const best = LENGTHS.map(() => Infinity);
  for (let tried = 0; tried < TRIES; tried += 1) {
    for (const [step, length] of LENGTHS.entries()) {
      best[step] = Math.min(best[step]!, await cpuTime(timed, make(length)));
      if (isSlow(best, step)) break;
    }
    if (!LENGTHS.some((_, step) => isSlow(best, step))) return null;
  }
  return `${best.map(Math.round).join(', ')} ms of CPU for ${LENGTHS.join(', ')} characters`;
}

const isSlow = (times: number[], step: number): boolean =>
  times[step]! > MOST || (times[step]! > SLIGHT && times[step]! > (times[step - 1] ?? Infinity) * MOST_GROWTH);

/** Milliseconds. */
async function cpuTime(timed: Timed, text: string): Promise<number> {
  const before = process.cpuUsage();
  try {
    await timed(text);
  } catch {
    // A refusal is an answer; its time counts.
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
