const live = Boolean(process.stdout.isTTY) && !process.env.CI;
const spinner = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/**
 * Runs a long step and shows its progress: on a terminal one line with a spinner and the seconds, elsewhere a line at the
 * start, every ten seconds, and at the end.
 * @template T
 * @param {string} title
 * @param {(detail: (text: string) => void) => Promise<T>} work its argument sets the text after the title
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const start = Date.now();
  let detail = '';
  const told = () => (detail ? ` (${detail})` : '');
  let turn = 0;
  if (!live) console.log(`… ${title}`);
  const timer = setInterval(
    () => {
      if (live) overwrite(`${spinner[turn++ % spinner.length]} ${title}${told()} ${seconds(start)}`);
      else console.log(`  … ${title}${told()} ${seconds(start)}`);
    },
    live ? 100 : 10_000,
  );
  try {
    const result = await work((text) => (detail = text));
    finish(`✓ ${title} ${seconds(start)}`);
    return result;
  } catch (error) {
    finish(`✗ ${title} ${seconds(start)}`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

function finish(line) {
  if (live) overwrite(`${line}\n`);
  else console.log(line);
}

function overwrite(text) {
  // A line longer than the terminal would wrap, and the next write would not cover it.
  const width = (process.stdout.columns || 80) - 1;
  process.stdout.write(`\r\u001b[2K${text.length > width ? text.slice(0, width) : text}`);
}

function seconds(start) {
  const elapsed = (Date.now() - start) / 1000;
  return elapsed < 9.95 ? `${elapsed.toFixed(1).replace('.', ',')} giây` : `${Math.round(elapsed)} giây`;
}
