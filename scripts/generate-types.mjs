// `npm run types`: writes types/generated from the content types. `npm run types:check` fails when that changed
// anything, because the files are committed.
import './lib/process/node-version.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { filesBelow, hashOf } from './lib/build/stamp.mjs';
import { buildServer } from './lib/build/server.mjs';
import { prepareDataDir } from './lib/newsroom/data-dir.mjs';
import { dist, requireBuilt, root } from './lib/paths.mjs';
import { testEnvironment } from './lib/testing/test-environment.mjs';

const require = createRequire(import.meta.url);
const checking = process.argv.includes('--check');
const before = contents();

process.chdir(root);
await buildServer();
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'portal-newsroom-types-'));
try {
  prepareDataDir(dataDir);
  process.env = testEnvironment({ DATA_DIR: dataDir });
  await generate();
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
const changed = [...new Set([...before.keys(), ...contents().keys()])].filter(
  (file) => before.get(file) !== contents().get(file),
);
for (const file of changed) console.log(checking ? `✗ ${file} không khớp với các kiểu nội dung` : `✓ ${file}`);
if (checking && changed.length > 0) console.error('Các tệp trên đã được sinh lại; hãy xem và commit chúng.');
process.exit(checking && changed.length > 0 ? 1 : 0);

async function generate() {
  const { createStrapi } = require('@strapi/strapi');
  const strapi = createStrapi({ appDir: root, distDir: dist });
  const { removeUpdaterFile, skipUserLifecycles } = requireBuilt('strapi-internals/app-lifecycle');
  removeUpdaterFile(root);
  // The app's own `register` waits for the database, which is not needed here.
  skipUserLifecycles(strapi);
  await strapi.register();
  const reports = await require('@strapi/typescript-utils').generators.generate({
    strapi,
    pwd: root,
    logger: { silent: false, debug: false },
    artifacts: { contentTypes: true, components: true },
  });
  // It reports failures in its log only.
  if (!reports.contentTypes || !reports.components) process.exit(1);
}

function contents() {
  return new Map(filesBelow('types/generated').map((file) => [file, hashOf([file])]));
}
