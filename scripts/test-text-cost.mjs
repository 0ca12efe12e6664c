// `npm run test:text-cost -- [--characters 4000000] [paths]`: every function of text on every hostile text.
import './lib/process/node-version.mjs';
import { parseArgs } from 'node:util';
import { buildServer } from './lib/build/server.mjs';
import { installPackages } from './lib/build/install-packages.mjs';
import { printError } from './lib/process/user-error.mjs';
import { runTests } from './lib/testing/run-tests.mjs';
import { listenForStop } from './lib/process/stop-signal.mjs';
import { integerOption } from './lib/process/integer-option.mjs';

const asked = readArguments();
if (asked) await run(asked);

async function run({ characters, paths }) {
  const stop = listenForStop();
  await runTests({
    stop,
    environment: { TEXT_LENGTH: String(characters) },
    jestArguments: [
      '--selectProjects',
      'unit',
      '--runInBand',
      '--verbose',
      ...(paths.length > 0 ? paths : ['text-cost.test.ts']),
    ],
    async prepare() {
      await installPackages(stop.signal);
      await buildServer({ signal: stop.signal });
    },
  });
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: { characters: { type: 'string', default: '1000000' } },
      allowPositionals: true,
    });
    return { characters: integerOption('--characters', values.characters), paths: positionals };
  } catch (error) {
    printError(error);
    process.exitCode = 1;
    return null;
  }
}
