import type { Inline, Mark } from '../schema';
import type { Policy } from './policies';
import { trimBlock, trimBlockEnd, trimBlockStart } from './white-space';

/** A stretch of text with its marks, or a `<br>`, before white space is collapsed. */
export type Run = { text: string; marks: Mark[] } | 'break';
type Stretch = Exclude<Run, 'break'>;

const sameMarks = (one: Mark[] = [], other: Mark[]) => one === other || JSON.stringify(one) === JSON.stringify(other);

function append(inline: Inline[], text: string, marks: Mark[]): void {
  const last = inline.at(-1);
  if (last?.type === 'text' && sameMarks(last.marks, marks)) last.text += text;
  else inline.push(marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text });
}

// A lone space is already what is shown; most white space is one.
const LAYOUT = /[ \t\n\r\f\u00a0]{2,}|[\t\n\r\f]/g;
const COLLAPSIBLE = /[ \t\n\r\f]{2,}|[\t\n\r\f]/g;

/** White space within text: as layout a space, but for a lone no-break space, which was typed (`10 km`). */
const collapsed = (text: string, noBreakSpaces: Policy['noBreakSpaces']): string =>
  text.replace(noBreakSpaces === 'layout' ? LAYOUT : COLLAPSIBLE, ' ');

/** The padding between two words of several stretches as layout. */
const asLayout = (gap: Stretch[]): Stretch[] => [
  { text: collapsed(gap.map(({ text }) => text).join(''), 'layout'), marks: gap[0]?.marks ?? [] },
];

/** The same as a browser collapses it, which keeps every no-break space. */
function asText(gap: Stretch[]): Stretch[] {
  let afterSpace = false;
  return gap.flatMap(({ text: written, marks }) => {
    const text = collapsed(written, 'text');
    const shown = afterSpace && text.startsWith(' ') ? text.slice(1) : text;
    afterSpace = text.endsWith(' ');
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
    const { text, marks } = run;
    const begun = trimBlockStart(text);
    if (begun !== text) gap.push({ text: text.slice(0, text.length - begun.length), marks });
    if (begun === '') continue;
    if (inline.length > 0 && broken) inline.push({ type: 'hardBreak' });
    else if (inline.length > 0 && gap.length > 0) {
      const between = noBreakSpaces === 'layout' ? asLayout(gap) : asText(gap);
      for (const part of between) append(inline, part.text, part.marks);
    }
    const words = trimBlockEnd(begun);
    append(inline, collapsed(words, noBreakSpaces), marks);
    gap = words === begun ? [] : [{ text: begun.slice(words.length), marks }];
    broken = false;
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
    const current = blocks.at(-1)!;
    for (const run of text === '' ? [] : line) current.push(run);
    if (text !== '' && !endsBlock(text)) current.push('break');
    else if (current.length > 0) blocks.push([]);
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
