// A separate process, because Vite takes a gigabyte of memory that the newsroom would not release. `strapi build` does
// the same, but compiles the whole server first and shows no progress.
import path from 'node:path';
import { dist, requireBuilt, root } from '../paths.mjs';

const { createBuildContext, writeStaticClientFiles, resolveProductionConfig } =
  requireBuilt('strapi-internals/panel-build').panelBuild();
const { removeUpdaterFile } = requireBuilt('strapi-internals/app-lifecycle');

process.chdir(root);
process.env.ADMIN_JWT_SECRET ||= 'not used while building';

const logger = { debug() {}, info() {}, warn: console.warn, error: console.error, log() {} };
const context = await createBuildContext({
  cwd: root,
  logger,
  tsconfig: { config: { options: { outDir: dist } } },
  options: { minify: true, sourcemap: false, stats: false },
});
removeUpdaterFile(root);
await writeStaticClientFiles(context);

const config = await resolveProductionConfig(context);
const { build } = await import('vite');
try {
  await build({ ...config, plugins: [...config.plugins, reportProgress()] });
} catch (error) {
  // The error object contains a list of every file that Vite watches.
  console.error(error.message, error.frame ?? '');
  process.exit(1);
}
// Strapi keeps timers of its own.
process.exit(0);

/** Reports the progress of the bundler to the parent process and, at the end, which of our files it read. */
function reportProgress() {
  let [read, written] = [0, 0];
  setInterval(() => console.log(`@progress ${written ? `${written} tệp đã nén` : `${read} mô-đun`}`), 500).unref();
  return {
    name: 'report-progress',
    transform() {
      read += 1;
      return null;
    },
    renderChunk() {
      written += 1;
      return null;
    },
    buildEnd() {
      for (const id of this.getModuleIds()) {
        const file = path.relative(root, id.split('?')[0].replace(/^\0/, ''));
        const ours = !file.startsWith('..') && !path.isAbsolute(file) && !/^(node_modules|\.strapi)[/\\]/.test(file);
        if (ours && path.isAbsolute(id)) console.log(`@file ${file}`);
      }
    },
  };
}
