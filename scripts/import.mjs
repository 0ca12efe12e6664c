// `npm run import -- FILE|FOLDER…`: imports old pages, whether the newsroom runs or not.
import './lib/process/node-version.mjs';
import { callerDirectory, requireBuilt } from './lib/paths.mjs';
import { runOnNewsroom } from './lib/newsroom/run-on-newsroom.mjs';

await runOnNewsroom('Đang dừng việc nhập…', (strapi) => {
  const { runImport } = requireBuilt('plugins/legacy-import/server/src/cli');
  const { stdout, stderr } = process;
  return runImport(strapi, process.argv.slice(2), { stdout, stderr, cwd: callerDirectory });
});
