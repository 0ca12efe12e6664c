// `npm run test:install`: the tests in tests/install, which install the packed plugins into a Strapi app of its own.
import './node-version.mjs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { buildServer } from './build-server.mjs';
import { root } from './environment.mjs';
import { installPackages } from './install-packages.mjs';
import { PlainError } from './plain-error.mjs';
import { step } from './progress.mjs';
import { runCommand } from './run-command.mjs';
import { runTests } from './run-tests.mjs';
import { listenForStop } from './stop-request.mjs';

const packer = fileURLToPath(new URL('pack-plugin.mjs', import.meta.url));

const stop = listenForStop();
const ordinary = createRequire(import.meta.url)('../jest.config.js');
const config = {
  ...ordinary,
  rootDir: '.',
  roots: ['<rootDir>/tests/install'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 240_000,
};
await runTests({
  stop,
  jestArguments: ['--config', JSON.stringify(config), '--runInBand', ...process.argv.slice(2)],
  async prepare() {
    await installPackages(stop.signal);
    await buildServer({ signal: stop.signal });
    const { code, output } = await step('Đóng gói các plugin', () =>
      runCommand(process.execPath, [packer, 'all'], { cwd: root, signal: stop.signal }),
    );
    if (code !== 0) throw new PlainError(output.trim());
  },
});
