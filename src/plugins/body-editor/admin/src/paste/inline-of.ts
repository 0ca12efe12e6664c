import { type Inline, type Mark } from '../../../../../body/schema';

/** A stretch of text with its marks, or a `<br>`, before white space is collapsed. */
export type Run = { text: string; marks: Mark[] } | 'break';

const SPACE = ' \\t\\n\\r\\f\\u00a0';
const TOKENS = new RegExp(`[${SPACE}]+|[^${SPACE}]+`, 'gu');
const IS_SPACE = new RegExp(`^[${SPACE}]`, 'u');
const NO_BREAK = '\u00a0';

const sameMarks = (one: Mark[] = [], other: Mark[]) => one === other || JSON.stringify(one) === JSON.stringify(other);

function append(inline: Inline[], text: string, marks: Mark[]): void {
  const last = inline.at(-1);
  if (last?.type === 'text' && sameMarks(last.marks, marks)) last.text += text;
  else inline.push(marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text });
}

/** The tokens of runs in order: white space, words, breaks. */
function* tokensOf(runs: Run[]): Generator<{ text: string; marks: Mark[] } | 'break'> {
  for (const run of runs) {
    if (run === 'break') yield run;
    else for (const [text] of run.text.matchAll(TOKENS)) yield { text, marks: run.marks };
  }
}

/**
 * Runs as the inline content of one block: white space collapsed as a browser shows it, none at the edges and beside
 * breaks. No-break spaces in a row, or beside others, are layout; one alone between words (`10 km`) was typed.
 */
function inlineOf(runs: Run[]): Inline[] {
  const inline: Inline[] = [];
  let space = '';
  let spaceMarks: Mark[] = [];
  let broken = false;
  for (const token of tokensOf(runs)) {
    if (token === 'break') {
      broken = true;
    } else if (IS_SPACE.test(token.text)) {
      if (space === '') spaceMarks = token.marks;
      space += token.text;
    } else {
      if (broken) inline.push({ type: 'hardBreak' });
      else if (inline.length > 0 && space !== '') append(inline, space === NO_BREAK ? NO_BREAK : ' ', spaceMarks);
      append(inline, token.text, token.marks);
      space = '';
      broken = false;
    }
  }
  return inline;
}

const isBlank = (runs: Run[]) => runs.every((run) => run === 'break' || !/[^\s\u00a0]/u.test(run.text));

/** Runs as the blocks that they are: two breaks in a row end one, a single break is a line of it; blank ones go. */
export function blocksOfRuns(runs: Run[]): Inline[][] {
  const blocks: Run[][] = [[]];
  let line: Run[] = [];
  for (const run of [...runs, 'break' as const]) {
    if (run !== 'break') line.push(run);
    else if (isBlank(line)) {
      blocks.push([]);
      line = [];
    } else {
      blocks.at(-1)?.push(...line, 'break');
      line = [];
    }
  }
  return blocks.map(inlineOf).filter((inline) => inline.length > 0);
}
