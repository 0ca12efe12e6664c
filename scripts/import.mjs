// `npm run import -- FILE|FOLDER…`: old pages into the newsroom, whether it runs at the moment or not.
import './lib/process/node-version.mjs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { callerDirectory, dist } from './lib/paths.mjs';
import { runOnNewsroom } from './lib/newsroom/run-on-newsroom.mjs';

await runOnNewsroom('Đang dừng việc nhập…', (strapi) => {
  const { runImport } = createRequire(import.meta.url)(path.join(dist, 'src/plugins/legacy-import/server/src/cli.js'));
  const { stdout, stderr } = process;
  return runImport(strapi, process.argv.slice(2), { stdout, stderr, cwd: callerDirectory });
});
