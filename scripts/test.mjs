// `npm test`: the whole suite, from a fresh clone; arguments go on to Jest (`npm test -- tests/article.test.ts`).
import './lib/process/node-version.mjs';
import { buildPanel } from './lib/build/panel.mjs';
import { buildServer } from './lib/build/server.mjs';
import { installPackages } from './lib/build/install-packages.mjs';
import { runTests } from './lib/testing/run-tests.mjs';
import { listenForStop } from './lib/process/stop-signal.mjs';

const stop = listenForStop();
const jestArguments = process.argv.slice(2);
const named = jestArguments.filter((word) => !word.startsWith('-'));
// These start the whole newsroom. The others need no panel, which takes a minute to build.
const wholeNewsroom = named.length === 0 || named.some((word) => /smoke|start|two-nodes/.test(word));
await runTests({
  stop,
  inMemory: true,
  // Megabytes for objects that live shortly, of which a boot makes many: with V8's 16 their collection takes 6 % of a run.
  nodeArguments: ['--max-semi-space-size=64'],
  // One more than two cores: some files wait for seconds, for the clock or for another process.
  jestArguments: ['--selectProjects', 'unit', 'behaviour', 'hostile', '--maxWorkers=3', ...jestArguments],
  async prepare() {
    await installPackages(stop.signal);
    await buildServer({ signal: stop.signal });
    if (wholeNewsroom) await buildPanel({ signal: stop.signal });
  },
});
