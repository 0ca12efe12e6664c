// `npm run test:readers`: tests/readers: common feed readers and validators read our feeds and sitemaps.
import './lib/process/node-version.mjs';
import { spawnSync } from 'node:child_process';
import { buildServer } from './lib/build/server.mjs';
import { installPackages } from './lib/build/install-packages.mjs';
import { UserError } from './lib/process/user-error.mjs';
import { runTests } from './lib/testing/run-tests.mjs';
import { listenForStop } from './lib/process/stop-signal.mjs';

/** Each program, and its package in Debian and Ubuntu. */
const readers = [
  { command: ['xmllint', '--version'], package: 'libxml2-utils' },
  { command: ['/usr/bin/python3', '-c', 'import feedparser'], package: 'python3-feedparser' },
  { command: ['newsboat', '--version'], package: 'newsboat' },
];

const stop = listenForStop();
await runTests({
  stop,
  inMemory: true,
  // newsboat decodes text by the locale.
  environment: { LC_ALL: 'C.UTF-8' },
  jestArguments: ['--selectProjects', 'readers', '--runInBand', ...process.argv.slice(2)],
  async prepare() {
    const missing = readers.filter(({ command: [program, ...args] }) => !runs(program, args));
    if (missing.length > 0) {
      const names = missing.map((reader) => reader.package).join(' ');
      throw new UserError(`Thiếu chương trình đọc. Hãy cài (Debian, Ubuntu): sudo apt-get install ${names}`);
    }
    await installPackages(stop.signal);
    await buildServer({ signal: stop.signal });
  },
});

function runs(program, args) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
