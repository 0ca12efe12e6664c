import { type Inline, type Mark, type Text } from '../../body-document';
import { collapse, trimBlock, trimBlockEnd, trimBlockStart } from '../../white-space';

/** A stretch of text with its marks, or a `<br>`, before white space is collapsed. */
export type Run = { text: string; marks: Mark[] } | 'break';

const SENTENCE_END = /[.!?…:;]["”’)]*$/;

const sameMarks = (one: Mark[], other: Mark[]) => JSON.stringify(one) === JSON.stringify(other);

/** White space collapsed across the runs as a browser does, and none of it beside a break. */
function collapseRuns(runs: Run[]): Run[] {
  let afterSpace = true;
  const collapsed: Run[] = [];
  for (const run of runs) {
    if (run === 'break') {
      afterSpace = true;
      collapsed.push(run);
      continue;
    }
    const text: string = afterSpace ? collapse(run.text).replace(/^ /, '') : collapse(run.text);
    if (text === '') continue;
    afterSpace = text.endsWith(' ');
    collapsed.push({ text, marks: run.marks });
  }
  return collapsed;
}

function trimRuns(runs: Run[]): Run[] {
  const trimmed = [...runs];
  const isBlank = (run: Run | undefined) => run === 'break' || (run !== undefined && trimBlock(run.text) === '');
  while (isBlank(trimmed[0])) trimmed.shift();
  while (isBlank(trimmed.at(-1))) trimmed.pop();
  const first = trimmed[0];
  if (first && first !== 'break') trimmed[0] = { ...first, text: trimBlockStart(first.text) };
  const last = trimmed.at(-1);
  if (last && last !== 'break') trimmed[trimmed.length - 1] = { ...last, text: trimBlockEnd(last.text) };
  return trimmed;
}

/** Runs as the inline content of one block: collapsed, trimmed, neighbours with the same marks joined. */
export function inlineOf(runs: Run[]): Inline[] {
  const inline: Inline[] = [];
  for (const run of trimRuns(collapseRuns(runs))) {
    const last = inline.at(-1);
    if (run === 'break') {
      if (last?.type === 'text') last.text = last.text.replace(/ $/, '');
      inline.push({ type: 'hardBreak' });
    } else if (last?.type === 'text' && sameMarks(last.marks ?? [], run.marks)) {
      last.text += run.text;
    } else {
      const text: Text = { type: 'text', text: run.text };
      inline.push(run.marks.length > 0 ? { ...text, marks: run.marks } : text);
    }
  }
  return inline.filter((part) => part.type !== 'text' || part.text !== '');
}

const plain = (runs: Run[]) => trimBlock(runs.map((run) => (run === 'break' ? '\n' : run.text)).join(''));

/**
 * Runs cut into blocks at their breaks. Two breaks always end a block. One does so outside a `<p>` and after the end of
 * a sentence, since old editors wrote paragraphs so; elsewhere (a signature, an address) it stays a break.
 */
export function splitAtBreaks(runs: Run[], everyBreak: boolean): Run[][] {
  const blocks: Run[][] = [];
  let current: Run[] = [];
  let line: Run[] = [];
  const endLine = () => {
    const text = plain(line);
    if (text === '') {
      if (current.length > 0) blocks.push(current);
      current = [];
    } else {
      current.push(...(current.length > 0 ? (['break'] as Run[]) : []), ...line);
      if (everyBreak || SENTENCE_END.test(text)) {
        blocks.push(current);
        current = [];
      }
    }
    line = [];
  };
  for (const run of runs) {
    if (run === 'break') endLine();
    else line.push(run);
  }
  endLine();
  if (current.length > 0) blocks.push(current);
  return blocks;
}
