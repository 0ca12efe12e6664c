import path from 'node:path';
import { buildPanel } from '../build/panel.mjs';
import { buildServer } from '../build/server.mjs';
import { claimDataDir, prepareDataDir } from './data-dir.mjs';
import { runEmbeddedPostgres } from '../postgres/embedded.mjs';
import { databaseIsConfigured, fillFrom, readRootEnvironment, setFixedEnvironment } from './environment.mjs';
import { requireBuilt } from '../paths.mjs';
import { checkFirstAdministrator, ensureFirstAdministrator } from './first-administrator.mjs';
import { installPackages } from '../build/install-packages.mjs';
import { printError } from '../process/user-error.mjs';
import { checkPort, requestedPort } from '../process/port.mjs';
import { step } from '../process/progress.mjs';
import { endStrapi, listen, loadStrapi } from './run-strapi.mjs';
import { writeMissingSecrets } from './secrets.mjs';
import { listenForStop, StopRequested } from '../process/stop-signal.mjs';

/** Runs until a stop is requested, then stops everything that it started. */
export async function startNewsroom() {
  const stop = listenForStop({ onStop: () => console.log('\nĐang dừng tòa soạn…') });
  /** Clean-up actions, run in reverse order. */
  const undo = [];
  try {
    const address = await begin(stop, undo);
    announce(address);
    await stop.requested;
  } catch (error) {
    // A failed boot has removed every listener of the process.
    stop.listen();
    if (!(error instanceof StopRequested)) {
      printError(error);
      process.exitCode = 1;
    }
  }
  for (const action of undo.reverse()) await action().catch(printError);
  stop.close();
  if (!process.exitCode) console.log('Tòa soạn đã dừng.');
  // Timers of libraries must not keep a stopped newsroom alive.
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
    undo.push(async () => {
      // A command that is still using it stops it at its own end.
      const commands = await postgres.inUseBy('portal-newsroom command %').catch(() => 0);
      if (commands === 0) await postgres.stop();
    });
  }
  stop.signal.throwIfAborted();

  const strapi = await step('Khởi động Strapi', loadStrapi);
  let shutDown = () => endStrapi(strapi);
  undo.push(async () => {
    await shutDown();
    // Strapi removes every listener of the process on its way out.
    stop.listen();
  });
  stop.listen();
  stop.signal.throwIfAborted();
  const registered = await ensureFirstAdministrator(strapi);
  if (embedded && process.env.SAMPLE_CONTENT !== 'false') await loadSampleContent(strapi);
  stop.signal.throwIfAborted();
  shutDown = await listen(strapi);
  return { url: strapi.config.get('server.absoluteUrl'), adminUrl: strapi.config.get('admin.absoluteUrl'), registered };
}

async function loadSampleContent(strapi) {
  // Once per database: deleted samples stay deleted.
  const mark = { type: 'core', name: 'portal-newsroom', key: 'sample' };
  if (await strapi.store.get(mark)) return;
  if ((await strapi.db.query('plugin::newsroom.article').count()) === 0) {
    const { loadSample } = requireBuilt('sample/load-sample');
    await step('Nạp nội dung mẫu', (detail) => loadSample(strapi, { log: detail }));
  }
  await strapi.store.set({ ...mark, value: true });
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
