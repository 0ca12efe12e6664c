// The child of `npm start`: Strapi itself, which its parent starts again when it ends by itself.
import { requireBuilt } from '../paths.mjs';
import { step } from '../process/progress.mjs';
import { ensureFirstAdministrator } from './first-administrator.mjs';
import { loadStrapi, runUntilStopped } from './run-strapi.mjs';

process.env.PGAPPNAME = `portal-newsroom start ${process.pid}`;
let registered = false;
await runUntilStopped({
  load: (signal) => step('Khởi động Strapi', () => loadStrapi(signal)),
  async beforeListening(strapi) {
    registered = await ensureFirstAdministrator(strapi);
    if (process.env.SAMPLE_CONTENT === 'true') await loadSampleContent(strapi);
  },
  onListening: ({ config }) =>
    process.send({ url: config.get('server.absoluteUrl'), adminUrl: config.get('admin.absoluteUrl'), registered }),
});

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
