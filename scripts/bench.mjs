// `npm run bench -- saving [--articles 100000] [--rounds 200]`: tests/bench at a size that figures are taken from.
import './node-version.mjs';
import { parseArgs } from 'node:util';
import { buildServer } from './build-server.mjs';
import { installPackages } from './install-packages.mjs';
import { printError, PlainError } from './plain-error.mjs';
import { runTests } from './run-tests.mjs';
import { listenForStop } from './stop-request.mjs';

const benches = ['saving'];

const asked = readArguments();
if (asked) await run(asked);

async function run({ bench, articles, rounds }) {
  const stop = listenForStop();
  await runTests({
    stop,
    environment: { BENCH_ARTICLES: articles, BENCH_ROUNDS: rounds },
    jestArguments: ['--runInBand', `tests/bench/${bench}.test.ts`],
    async prepare() {
      await installPackages(stop.signal);
      await buildServer({ signal: stop.signal });
    },
  });
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: { articles: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '200' } },
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
