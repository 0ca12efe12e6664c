// `npm run test:conflicts -- --cases 1000 --publishes 200 [--seed 12345]`: two editors save one article, and
// two processes publish one, many more times than in `npm test`.
import './lib/process/node-version.mjs';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { buildPanel } from './lib/build/panel.mjs';
import { buildServer } from './lib/build/server.mjs';
import { installPackages } from './lib/build/install-packages.mjs';
import { printError } from './lib/process/user-error.mjs';
import { runTests } from './lib/testing/run-tests.mjs';
import { listenForStop } from './lib/process/stop-signal.mjs';
import { integerOption } from './lib/process/integer-option.mjs';

const longestSeed = 2 ** 31;

const asked = readArguments();
if (asked) await run(asked);

async function run({ cases, publishes, seed }) {
  const stop = listenForStop();
  console.log(`Yêu cầu: ${cases} lần gặp nhau, ${publishes} lần cùng xuất bản, hạt giống ${seed} (--seed ${seed})`);
  await runTests({
    stop,
    inMemory: true,
    environment: {
      CONFLICT_CASES: String(cases),
      PUBLISH_CASES: String(publishes),
      PROPERTY_SEED: String(seed),
    },
    jestArguments: [
      '--selectProjects',
      'behaviour',
      '--runInBand',
      'tests/conflicts.test.ts',
      'tests/two-nodes.test.ts',
    ],
    async prepare() {
      await installPackages(stop.signal);
      await buildServer({ signal: stop.signal });
      await buildPanel({ signal: stop.signal });
    },
  });
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        cases: { type: 'string', default: '1000' },
        publishes: { type: 'string', default: '200' },
        seed: { type: 'string' },
      },
    });
    return {
      cases: integerOption('--cases', values.cases),
      publishes: integerOption('--publishes', values.publishes),
      seed: values.seed === undefined ? randomInt(longestSeed) : integerOption('--seed', values.seed),
    };
  } catch (error) {
    printError(error);
    process.exitCode = 1;
    return null;
  }
}
