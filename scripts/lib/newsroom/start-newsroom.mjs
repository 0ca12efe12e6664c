import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPanel } from '../build/panel.mjs';
import { buildServer } from '../build/server.mjs';
import { claimDataDir, prepareDataDir } from './data-dir.mjs';
import { runEmbeddedPostgres } from '../postgres/embedded.mjs';
import { databaseIsConfigured, fillFrom, readRootEnvironment, setFixedEnvironment } from './environment.mjs';
import { checkFirstAdministrator } from './first-administrator.mjs';
import { installPackages } from '../build/install-packages.mjs';
import { ChildFailed, keepRunning } from '../process/keep-running.mjs';
import { printError } from '../process/user-error.mjs';
import { checkPort, requestedPort } from '../process/port.mjs';
import { step } from '../process/progress.mjs';
import { writeMissingSecrets } from './secrets.mjs';
import { listenForStop, StopRequested } from '../process/stop-signal.mjs';

const strapiProcess = fileURLToPath(new URL('strapi-process.mjs', import.meta.url));

/**
 * Runs until a stop is requested, then stops everything that it started. Strapi is a child process and PostgreSQL a
 * server of its own: each is started again when it ends by itself.
 */
export async function startNewsroom() {
  const stop = listenForStop({ onStop: () => console.log('\nĐang dừng tòa soạn…') });
  /** Clean-up actions, run in reverse order. */
  const undo = [];
  try {
    const { message: address, ended } = await begin(stop, undo);
    announce(address);
    await ended;
  } catch (error) {
    if (error instanceof ChildFailed) process.exitCode = stop.signal.aborted ? 0 : error.code;
    else if (!(error instanceof StopRequested)) {
      printError(error);
      process.exitCode = 1;
    }
  }
  for (const action of undo.reverse()) await action().catch(printError);
  stop.close();
  if (!process.exitCode) console.log('Tòa soạn đã dừng.');
  process.exit();
}

async function begin(stop, undo) {
  const { dataDir } = readRootEnvironment();
  prepareDataDir(dataDir);
  fillFrom(path.join(dataDir, '.env'));
  setFixedEnvironment();
  const port = requestedPort();
  checkFirstAdministrator();
  const release = claimDataDir(dataDir, { port });
  undo.push(async () => release());
  await checkPort(port, process.env.HOST || '0.0.0.0');

  await installPackages(stop.signal);
  await buildServer({ signal: stop.signal });
  await buildPanel({ signal: stop.signal });
  writeMissingSecrets(dataDir);

  const embedded = !databaseIsConfigured();
  process.env.PGAPPNAME = `portal-newsroom start ${process.pid}`;
  if (embedded) {
    const notes = [];
    const postgres = await step('Khởi động PostgreSQL', () =>
      runEmbeddedPostgres(dataDir, { say: (line) => notes.push(line) }),
    );
    for (const note of notes) console.log(`  ${note}`);
    const stopKeeping = postgres.keepRunning(() =>
      console.error('\nPostgreSQL kèm theo đã dừng ngoài dự kiến; nó đã chạy lại.\n'),
    );
    undo.push(async () => {
      await stopKeeping();
      // A command that is still using it stops it at its own end.
      const commands = await postgres.inUseBy('portal-newsroom command %').catch(() => 0);
      if (commands === 0) await postgres.stop();
    });
  }
  stop.signal.throwIfAborted();

  process.env.SAMPLE_CONTENT = String(embedded && process.env.SAMPLE_CONTENT !== 'false');
  return keepRunning(strapiProcess, {
    signal: stop.signal,
    onEnd: (how, delay) =>
      console.error(`\nTòa soạn dừng ngoài dự kiến (${how}). Khởi động lại sau ${delay / 1000} giây.\n`),
  });
}

function announce({ url, adminUrl, registered }) {
  const lines = [
    ['Trang cổng thông tin', url],
    ['Trang quản trị', adminUrl],
    ['Tin mới nhất (JSON)', `${url}/api/portal/v1/latest-news`],
  ];
  console.log('\nTòa soạn đã sẵn sàng:\n');
  for (const [name, address] of lines) console.log(`  ${name.padEnd(22)}${address}`);
  if (!registered) console.log(`\nChưa có người quản trị. Đăng ký người đầu tiên ở: ${adminUrl}/auth/register-admin`);
  console.log('\nDừng bằng Ctrl-C.\n');
}
