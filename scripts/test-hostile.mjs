// `npm run test:hostile -- --cases 100000 [--seed 12345]`: tests/hostile with many more cases than `npm test` runs.
import './lib/process/node-version.mjs';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { buildServer } from './lib/build/server.mjs';
import { installPackages } from './lib/build/install-packages.mjs';
import { printError } from './lib/process/user-error.mjs';
import { runTests } from './lib/testing/run-tests.mjs';
import { listenForStop } from './lib/process/stop-signal.mjs';
import { integerOption } from './lib/process/integer-option.mjs';

const longestSeed = 2 ** 31;

const asked = readArguments();
if (asked) await run(asked);

async function run({ cases, seed, jestArguments }) {
  const stop = listenForStop();
  console.log(
    `Yêu cầu: ${cases} trường hợp, hạt giống ${seed} (chạy lại đúng như vậy: --cases ${cases} --seed ${seed})`,
  );
  await runTests({
    stop,
    inMemory: true,
    environment: { HOSTILE_CASES: String(cases), PROPERTY_SEED: String(seed) },
    jestArguments: ['--selectProjects', 'hostile', '--maxWorkers=2', ...jestArguments],
    async prepare() {
      await installPackages(stop.signal);
      await buildServer({ signal: stop.signal });
    },
  });
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: { cases: { type: 'string', default: '100000' }, seed: { type: 'string' } },
      allowPositionals: true,
    });
    return {
      cases: integerOption('--cases', values.cases),
      seed: values.seed === undefined ? randomInt(longestSeed) : integerOption('--seed', values.seed),
      jestArguments: positionals,
    };
  } catch (error) {
    printError(error);
    process.exitCode = 1;
    return null;
  }
}
