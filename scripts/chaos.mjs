// `npm run chaos`: breaks a newsroom of several processes while editors and readers work, and checks what is left.
import './lib/process/node-version.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './lib/paths.mjs';
import { buildPanel } from './lib/build/panel.mjs';
import { buildServer } from './lib/build/server.mjs';
import { installPackages } from './lib/build/install-packages.mjs';
import { integerOption } from './lib/process/integer-option.mjs';
import { printError, UserError } from './lib/process/user-error.mjs';
import { runTests } from './lib/testing/run-tests.mjs';
import { listenForStop } from './lib/process/stop-signal.mjs';

/** A file of tests each. */
const scenarios = readdirSync(path.join(root, 'tests/chaos'))
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => name.slice(0, -'.test.ts'.length));
const packages = ['postgresql', 'nginx-light'];
const versions = '/usr/lib/postgresql';

const asked = readArguments();
if (asked) await run(asked);

async function run({ scenarios: chosen, ...sizes }) {
  const stop = listenForStop();
  console.log(`Hạt giống: ${sizes.seed} (chạy lại y như vậy bằng --seed ${sizes.seed})`);
  await runTests({
    stop,
    environment: {
      ...Object.fromEntries(Object.entries(sizes).map(([name, text]) => [`CHAOS_${name.toUpperCase()}`, text])),
      PATH: `${process.env.PATH}:/usr/sbin`,
    },
    jestArguments: ['--selectProjects', 'chaos', '--runInBand', ...chosen.map((name) => `tests/chaos/${name}.test.ts`)],
    async prepare() {
      process.env.CHAOS_BIN = debianPrograms();
      await installPackages(stop.signal);
      await buildServer({ signal: stop.signal });
      await buildPanel({ signal: stop.signal });
    },
  });
}

/** The folder of Debian's PostgreSQL programs; as root what is missing is installed. */
function debianPrograms() {
  const found = () => {
    const newest = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a))[0] : undefined;
    const bin = newest && path.join(versions, newest, 'bin');
    return bin && existsSync(path.join(bin, 'pg_basebackup')) && existsSync('/usr/sbin/nginx') ? bin : null;
  };
  const bin = found();
  if (bin) return bin;
  const command = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0) throw new UserError(`Thiếu chương trình của Debian. Hãy cài: sudo sh -c '${command}'`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('sh', ['-c', command], { stdio: ['ignore', 'ignore', 'inherit'], env });
  const installed = found();
  if (!installed) throw new UserError(`Không cài được ${packages.join(', ')}. Hãy thử: ${command}`);
  return installed;
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        scenarios: { type: 'string', default: 'mixed' },
        minutes: { type: 'string', default: '2' },
        times: { type: 'string', default: '2' },
        editors: { type: 'string', default: '10' },
        seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
      },
    });
    for (const name of ['minutes', 'times', 'editors', 'seed']) integerOption(`--${name}`, values[name]);
    const chosen = values.scenarios === 'all' ? scenarios : values.scenarios.split(',');
    const unknown = chosen.find((name) => !scenarios.includes(name));
    if (unknown) throw new UserError(`--scenarios nhận: all, ${scenarios.join(', ')}; không nhận “${unknown}”.`);
    return { ...values, scenarios: chosen };
  } catch (error) {
    printError(error);
    process.exitCode = 1;
    return null;
  }
}
