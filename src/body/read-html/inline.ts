import type { Inline, Mark } from '../schema';
import type { Policy } from './policies';
import { trimBlock } from './white-space';

/** A stretch of text with its marks, or a `<br>`, before white space is collapsed. */
export type Run = { text: string; marks: Mark[] } | 'break';
type Stretch = Exclude<Run, 'break'>;

const NO_BREAK = '\u00a0';
// What shows nothing at the edge of a line; old editors padded lines with zero-width characters too.
const PADDING = '\\s\\u200b\\u2060\\ufeff';
const TOKENS = new RegExp(`[${PADDING}]+|[^${PADDING}]+`, 'gu');
const IS_PADDING = new RegExp(`^[${PADDING}]`, 'u');

const sameMarks = (one: Mark[] = [], other: Mark[]) => one === other || JSON.stringify(one) === JSON.stringify(other);

function append(inline: Inline[], text: string, marks: Mark[]): void {
  const last = inline.at(-1);
  if (last?.type === 'text' && sameMarks(last.marks, marks)) last.text += text;
  else inline.push(marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text });
}

/** The padding between two words as layout: a space, but for a lone no-break space, which was typed (`10 km`). */
function asLayout(gap: Stretch[]): Stretch[] {
  const text = gap.map((part) => part.text).join('');
  const shown = text.replace(/[ \t\n\r\f\u00a0]+/g, (spaces) => (spaces === NO_BREAK ? NO_BREAK : ' '));
  return [{ text: shown, marks: gap[0]?.marks ?? [] }];
}

/** The padding between two words collapsed as a browser does, which keeps every no-break space. */
function asText(gap: Stretch[]): Stretch[] {
  let afterSpace = false;
  return gap.flatMap(({ text, marks }) => {
    const collapsed = text.replace(/[ \t\n\r\f]+/g, ' ');
    const shown = afterSpace && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed;
    afterSpace = collapsed.endsWith(' ');
    return shown === '' ? [] : [{ text: shown, marks }];
  });
}

/** Runs as the inline content of one block: white space collapsed, none at the edges and beside breaks. */
function inlineOf(runs: Run[], noBreakSpaces: Policy['noBreakSpaces']): Inline[] {
  const inline: Inline[] = [];
  let gap: Stretch[] = [];
  let broken = false;
  for (const run of runs) {
    if (run === 'break') {
      broken = true;
      continue;
    }
    for (const [text] of run.text.matchAll(TOKENS)) {
      if (IS_PADDING.test(text)) {
        gap.push({ text, marks: run.marks });
        continue;
      }
      if (inline.length > 0 && broken) inline.push({ type: 'hardBreak' });
      else if (inline.length > 0 && gap.length > 0) {
        const between = noBreakSpaces === 'layout' ? asLayout(gap) : asText(gap);
        for (const part of between) append(inline, part.text, part.marks);
      }
      append(inline, text, run.marks);
      gap = [];
      broken = false;
    }
  }
  return inline;
}

/** How a block's breaks are read: `endsBlock` says whether a single one ends a block after a line of this text. */
type Breaks = { endsBlock: (line: string) => boolean; noBreakSpaces: Policy['noBreakSpaces'] };

/** Runs as the blocks that they are: two breaks in a row always end one, a single break as asked; blank ones go. */
export function blocksOfRuns(runs: Run[], { endsBlock, noBreakSpaces }: Breaks): { runs: Run[]; inline: Inline[] }[] {
  const blocks: Run[][] = [[]];
  let line: Run[] = [];
  const endLine = () => {
    const text = trimBlock(line.map((run) => (run === 'break' ? '' : run.text)).join(''));
    const current = blocks.at(-1) ?? [];
    if (text !== '') for (const run of line) current.push(run);
    current.push('break');
    if (text === '' || endsBlock(text)) blocks.push([]);
    line = [];
  };
  for (const run of runs) {
    if (run === 'break') endLine();
    else line.push(run);
  }
  endLine();
  return blocks
    .map((block) => ({ runs: block, inline: inlineOf(block, noBreakSpaces) }))
    .filter(({ inline }) => inline.length > 0);
}
