// The child of `npm start`: Strapi itself, which its parent starts again when it ends by itself.
import { requireBuilt } from '../paths.mjs';
import { step } from '../process/progress.mjs';
import { listenForStop, StopRequested } from '../process/stop-signal.mjs';
import { printError } from '../process/user-error.mjs';
import { ensureFirstAdministrator } from './first-administrator.mjs';
import { endStrapi, listen, loadStrapi } from './run-strapi.mjs';

const stop = listenForStop({ onFailure: printError });
let shutDown = async () => {};
try {
  process.send(await begin());
  await stop.requested;
} catch (error) {
  // A failed boot has removed every listener of the process.
  stop.listen();
  if (!(error instanceof StopRequested)) {
    printError(error);
    process.exitCode = 1;
  }
}
await shutDown().catch(printError);
// Timers of libraries must not keep a stopped newsroom alive.
process.exit();

async function begin() {
  process.env.PGAPPNAME = `portal-newsroom start ${process.pid}`;
  const strapi = await step('Khởi động Strapi', () => loadStrapi(stop.signal));
  shutDown = () => endStrapi(strapi);
  // Strapi's boot and its end remove every listener of the process.
  stop.listen();
  stop.signal.throwIfAborted();
  const registered = await ensureFirstAdministrator(strapi);
  if (process.env.SAMPLE_CONTENT === 'true') await loadSampleContent(strapi);
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
