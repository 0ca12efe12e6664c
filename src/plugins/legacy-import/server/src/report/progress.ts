import type { Progress } from '../services/importer';

const WORDS = { reading: 'Đang đọc', writing: 'Đang nhập' };
const EVERY_LINES = 50;
const EVERY_MILLISECONDS = 100;

type Output = NodeJS.WritableStream & { isTTY?: boolean };

/** Shows the progress of a run: on a terminal one line that is rewritten, elsewhere a line every fifty pages. */
export function showProgress(output: Output): Progress {
  let shownAt = 0;
  return ({ phase, done, total }) => {
    const line = `${WORDS[phase]} ${done}/${total} trang…`;
    const last = done === total;
    if (!output.isTTY) {
      if (done % EVERY_LINES === 0 || last) output.write(`${line}\n`);
      return;
    }
    if (!last && Date.now() - shownAt < EVERY_MILLISECONDS) return;
    shownAt = Date.now();
    output.write(`\r\u001b[K${line}${last ? '\n' : ''}`);
  };
}
