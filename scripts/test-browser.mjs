// `npm run test:browser`: tests/browser, with the built panel and the system's Chromium.
import './lib/process/node-version.mjs';
import { spawnSync } from 'node:child_process';
import { buildPanel } from './lib/build/panel.mjs';
import { buildServer } from './lib/build/server.mjs';
import { installPackages } from './lib/build/install-packages.mjs';
import { UserError } from './lib/process/user-error.mjs';
import { runTests } from './lib/testing/run-tests.mjs';
import { listenForStop } from './lib/process/stop-signal.mjs';

/** The first has no windows: a new page takes it a fraction of the time. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macApplication = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

const stop = listenForStop();
const environment = {};
await runTests({
  stop,
  inMemory: true,
  environment,
  jestArguments: ['--selectProjects', 'browser', '--maxWorkers=2', ...process.argv.slice(2)],
  async prepare() {
    environment.CHROMIUM_PATH = findChromium();
    await installPackages(stop.signal);
    await buildServer({ signal: stop.signal });
    await buildPanel({ signal: stop.signal });
  },
});

/** The browser of CHROMIUM_PATH, or the first one that this system has. */
function findChromium() {
  const asked = process.env.CHROMIUM_PATH;
  const found = (asked ? [asked] : [...names, macApplication]).find(runs);
  if (found)
    return spawnSync('sh', ['-c', 'command -v "$1"', 'sh', found], { encoding: 'utf8' }).stdout.trim() || found;
  throw new UserError(
    asked
      ? `CHROMIUM_PATH trỏ tới ${asked}, nhưng không chạy được trình duyệt nào ở đó.`
      : 'Không thấy Chromium. Hãy cài (Debian, Ubuntu: sudo apt-get install chromium) hoặc đặt CHROMIUM_PATH.',
  );
}

function runs(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}
