import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireBuilt, root } from '../paths.mjs';
import { UserError, printError } from '../process/user-error.mjs';
import { withClient } from '../postgres/cluster.mjs';
import { step } from '../process/progress.mjs';
import { runCommand } from '../process/run-command.mjs';
import { StopRequested } from '../process/stop-signal.mjs';
import { dropInheritedSettings, testEnvironment } from './test-environment.mjs';
import { startThrowawayPostgres } from '../postgres/throwaway.mjs';

const template = 'template_newsroom';
const lingerMs = 10_000;
const bootOnce = fileURLToPath(new URL('boot-once.mjs', import.meta.url));

/**
 * Runs Jest with a temporary PostgreSQL server that has a migrated template database for tests to clone, and cleans up.
 * Sets the process's exit code to Jest's.
 * @param {{ stop: ReturnType<import('../process/stop-signal.mjs').listenForStop>, prepare: () => Promise<void>,
 *   jestArguments: string[], nodeArguments?: string[], environment?: Record<string, string>, inMemory?: boolean }} run
 *   `nodeArguments`: of Jest and its workers; `inMemory`: whether all files of the run are in memory, where there is room
 */
export async function runTests({
  stop,
  prepare,
  jestArguments,
  nodeArguments = [],
  environment = {},
  inMemory = false,
}) {
  process.chdir(root);
  dropInheritedSettings();
  const undo = [];
  try {
    await prepare();
    const postgres = await step('Khởi động PostgreSQL của bộ kiểm thử', () => startThrowawayPostgres({ inMemory }));
    undo.push(async () => requireBuilt('strapi-internals/app-lifecycle').removeUpdaterFile(root), postgres.stop);
    const scratch = path.join(postgres.folder, 'run');
    const temporary = path.join(scratch, 'tmp');
    mkdirSync(temporary, { recursive: true });
    // For the account `postgres`, which runs the databases that tests start as root.
    for (const folder of [scratch, temporary]) chmodSync(folder, 0o755);
    stop.signal.throwIfAborted();
    await step('Tạo cơ sở dữ liệu mẫu', () => createTemplate(postgres.url, scratch, stop.signal));
    process.exitCode = await runJest({
      jestArguments,
      nodeArguments,
      results: path.join(scratch, 'results.json'),
      env: testEnvironment({
        TEST_DATABASE_URL: postgres.url,
        TMPDIR: temporary,
        // Browsers write there whatever their profile folder is.
        XDG_CONFIG_HOME: path.join(scratch, 'config'),
        XDG_CACHE_HOME: path.join(scratch, 'cache'),
        ...environment,
      }),
      signal: stop.signal,
      undo,
    });
  } catch (error) {
    process.exitCode = error instanceof StopRequested ? 130 : 1;
    if (!(error instanceof StopRequested)) printError(error);
  }
  for (const action of undo.splice(0).reverse()) await action().catch(printError);
  stop.close();
}

async function createTemplate(url, scratch, signal) {
  const { port, password } = new URL(url);
  await withClient({ password }, Number(port), 'postgres', (client) => client.query(`CREATE DATABASE ${template}`));
  const env = testEnvironment({
    DATABASE_URL: url.replace(/postgres$/, template),
    DATA_DIR: path.join(scratch, 'data'),
  });
  const { code, output } = await runCommand(process.execPath, [bootOnce], { cwd: root, env, signal });
  if (code !== 0) throw new UserError(`Ứng dụng vừa dựng không khởi động được:\n\n${output.trim()}`);
}

async function runJest({ jestArguments, nodeArguments, results, env, signal, undo }) {
  const jest = path.join(root, 'node_modules/jest/bin/jest.js');
  const args = [
    ...nodeArguments,
    jest,
    `--cacheDirectory=${path.join(root, 'node_modules/.cache/jest')}`,
    '--json',
    `--outputFile=${results}`,
    ...jestArguments,
  ];
  const watch = new AbortController();
  const timer = setInterval(() => {
    if (!existsSync(results)) return;
    clearInterval(timer);
    // Jest waits without limit for connections and processes that a failed test has left open.
    setTimeout(() => watch.abort(), lingerMs).unref();
  }, 500);
  const { code } = await runCommand(process.execPath, args, {
    cwd: root,
    env,
    signal: AbortSignal.any([signal, watch.signal]),
    show: true,
  })
    .catch((error) => {
      if (signal.aborted || !watch.signal.aborted) throw error;
      console.error('⚠ Jest đã xong mà chưa thoát: một bài kiểm thử còn để mở kết nối hay tiến trình.');
      return { code: JSON.parse(readFileSync(results, 'utf8')).success ? 0 : 1 };
    })
    .finally(() => clearInterval(timer));
  const lines = existsSync(results) ? [countLine(JSON.parse(readFileSync(results, 'utf8')))] : [];
  // Printed last, after the messages of the clean-up.
  undo.unshift(async () => lines.forEach((line) => console.log(line)));
  return code;
}

/** The closing line. A file that could not run counts as one failure. */
function countLine({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites }) {
  const skipped = numPendingTests + numTodoTests;
  return (
    `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed` +
    (skipped ? `, ${skipped} skipped` : '')
  );
}
