// `npm run test:stress [-- --busy 4 --rounds 5 --suite 1 --browser 1]`: the tests beside busy processes. The files that
// depend on timing run `rounds` times, the whole suite and the browser suite as often as their options say.
import './lib/process/node-version.mjs';
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { root } from './lib/paths.mjs';
import { integerOption } from './lib/process/integer-option.mjs';
import { runCommand } from './lib/process/run-command.mjs';
import { listenForStop, StopRequested } from './lib/process/stop-signal.mjs';
import { printError } from './lib/process/user-error.mjs';

/** Patterns of the files that wait for timers, notifications, other nodes, or the end of a process. */
const timingSensitive = [
  'tests/cache',
  'tests/listen',
  'tests/(visibility|preview-ends|pins|paging-while-publishing)',
  'tests/(two-nodes|conflicts|boot|start|database-away)',
];

/** Keeps one core busy until it is killed, or its parent is gone. */
const busyLoop = `const { ppid } = process; while (process.ppid === ppid) for (let i = 0; i < 1e8; i += 1);`;

const sizes = readArguments();
if (sizes) await run(sizes);

async function run({ busy, rounds, suite, browser }) {
  const stop = listenForStop();
  const load = Array.from({ length: busy }, () => spawn(process.execPath, ['-e', busyLoop], { stdio: 'ignore' }));
  const runs = [
    ...Array.from({ length: rounds }, (_, index) => [`timing ${index + 1}/${rounds}`, 'test.mjs', timingSensitive]),
    ...Array.from({ length: suite }, (_, index) => [`suite ${index + 1}/${suite}`, 'test.mjs', []]),
    ...Array.from({ length: browser }, (_, index) => [`browser ${index + 1}/${browser}`, 'test-browser.mjs', []]),
  ];
  const results = [];
  try {
    for (const [name, script, args] of runs) {
      console.log(`\n=== ${name}, ${busy} tiến trình bận bên cạnh`);
      results.push({ name, ...(await runScript(script, args, stop.signal)) });
    }
    console.log('');
    for (const { name, code, count, seconds } of results) {
      console.log(`${code === 0 ? '✓' : '✗'} ${name}: ${count}, ${seconds} giây`);
    }
    const failed = results.filter(({ code }) => code !== 0).length;
    console.log(`${results.length - failed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } catch (error) {
    process.exitCode = error instanceof StopRequested ? 130 : 1;
    if (!(error instanceof StopRequested)) printError(error);
  } finally {
    for (const child of load) child.kill('SIGKILL');
    stop.close();
  }
}

async function runScript(script, args, signal) {
  const start = Date.now();
  const { code, output } = await runCommand(process.execPath, [`scripts/${script}`, ...args], {
    cwd: root,
    signal,
    onLine: (line) => console.log(line),
  });
  const count = output.trim().split('\n').at(-1);
  return { code, count, seconds: Math.round((Date.now() - start) / 1_000) };
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        busy: { type: 'string', default: '4' },
        rounds: { type: 'string', default: '5' },
        suite: { type: 'string', default: '1' },
        browser: { type: 'string', default: '1' },
      },
    });
    return Object.fromEntries(Object.entries(values).map(([name, text]) => [name, integerOption(`--${name}`, text)]));
  } catch (error) {
    printError(error);
    process.exitCode = 1;
    return null;
  }
}
