// `npm run bench -- reading|saving [--articles 100000] [--rounds 200] [--seconds 5]`: tests/bench at a size for figures.
import './node-version.mjs';
import { parseArgs } from 'node:util';
import { buildPanel } from './build-panel.mjs';
import { buildServer } from './build-server.mjs';
import { installPackages } from './install-packages.mjs';
import { printError, PlainError } from './plain-error.mjs';
import { runTests } from './run-tests.mjs';
import { listenForStop } from './stop-request.mjs';

const benches = ['reading', 'saving'];

const asked = readArguments();
if (asked) await run(asked);

async function run({ bench, articles, rounds, seconds }) {
  const stop = listenForStop();
  await runTests({
    stop,
    environment: { BENCH_ARTICLES: articles, BENCH_ROUNDS: rounds, BENCH_SECONDS: seconds },
    jestArguments: ['--runInBand', `tests/bench/${bench}.test.ts`],
    async prepare() {
      await installPackages(stop.signal);
      await buildServer({ signal: stop.signal });
      // What is measured is served as in production, which does not start without a panel.
      if (bench === 'reading') await buildPanel({ signal: stop.signal });
    },
  });
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: {
        articles: { type: 'string', default: '100000' },
        rounds: { type: 'string', default: '200' },
        seconds: { type: 'string', default: '5' },
      },
      allowPositionals: true,
    });
    const [bench = ''] = positionals;
    if (!benches.includes(bench)) throw new PlainError(`Cần tên phép đo, một trong: ${benches.join(', ')}.`);
    for (const [name, text] of Object.entries(values)) {
      if (!/^[1-9]\d{0,6}$/.test(text)) throw new PlainError(`--${name} phải là số nguyên, ví dụ --${name} 20000.`);
    }
    return { bench, ...values };
  } catch (error) {
    printError(error);
    process.exitCode = 1;
    return null;
  }
}
