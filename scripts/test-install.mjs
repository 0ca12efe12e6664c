// `npm run test:install`: tests/install: the packed plugins in a blank Strapi app.
import './lib/process/node-version.mjs';
import { fileURLToPath } from 'node:url';
import { buildServer } from './lib/build/server.mjs';
import { root } from './lib/paths.mjs';
import { installPackages } from './lib/build/install-packages.mjs';
import { UserError } from './lib/process/user-error.mjs';
import { step } from './lib/process/progress.mjs';
import { runCommand } from './lib/process/run-command.mjs';
import { runTests } from './lib/testing/run-tests.mjs';
import { listenForStop } from './lib/process/stop-signal.mjs';

const packer = fileURLToPath(new URL('pack-plugin.mjs', import.meta.url));

const stop = listenForStop();
await runTests({
  stop,
  jestArguments: ['--selectProjects', 'install', '--runInBand', '--testTimeout=240000', ...process.argv.slice(2)],
  async prepare() {
    await installPackages(stop.signal);
    await buildServer({ signal: stop.signal });
    const { code, output } = await step('Đóng gói các plugin', () =>
      runCommand(process.execPath, [packer, 'all'], { cwd: root, signal: stop.signal }),
    );
    if (code !== 0) throw new UserError(output.trim());
  },
});
