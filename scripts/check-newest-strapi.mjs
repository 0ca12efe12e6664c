// `npm run check:newest-strapi`: whether tests/strapi-internals pass on the newest Strapi 5 of the registry, when that is
// newer than ours. It warns and never fails: a new version of Strapi must not stop a change of ours.
import './lib/process/node-version.mjs';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { npmEnvironment } from './lib/build/install-packages.mjs';
import { root } from './lib/paths.mjs';
import { step } from './lib/process/progress.mjs';
import { runCommand } from './lib/process/run-command.mjs';
import { listenForStop, StopRequested } from './lib/process/stop-signal.mjs';

const limitMs = 600_000;
const tests = 'tests/strapi-internals';
/** What a copy does without: packages, what was built or written, and the history. */
const leftOut = ['node_modules', 'dist', 'build', '.git', '.data', '.strapi', '.cache', '.tmp', '.env'];

const stop = listenForStop();
const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(limitMs)]);
try {
  await report();
} catch (error) {
  if (error instanceof StopRequested) process.exitCode = 130;
  else warn(`Chưa thử được bản Strapi mới nhất: ${signal.aborted ? `quá ${limitMs / 60_000} phút` : error.message}`);
}
stop.close();

async function report() {
  const { dependencies } = readManifest(root);
  const ours = dependencies['@strapi/strapi'];
  const newest = await newestVersion();
  if (compareVersions(newest, ours) <= 0) return console.log(`✓ Strapi ${ours} là bản 5.x mới nhất.`);
  const copy = mkdtempSync(path.join(os.tmpdir(), 'portal-newsroom-newest-'));
  try {
    cpSync(root, copy, { recursive: true, filter: (file) => !leftOut.includes(path.relative(root, file)) });
    const packages = Object.keys(dependencies).filter((name) => dependencies[name] === ours && /^@strapi\//.test(name));
    const wanted = packages.map((name) => `${name}@${newest}`);
    const installed = await step(`Cài Strapi ${newest} vào một thư mục tạm`, () =>
      run('npm', ['install', '--save-exact', '--include=dev', '--no-audit', '--no-fund', ...wanted], copy),
    );
    if (installed.code !== 0) throw new Error(`không cài được Strapi ${newest}.\n${installed.output.trim()}`);
    const tested = await step(`Chạy ${tests} trên Strapi ${newest}`, () =>
      run(process.execPath, ['scripts/test.mjs', tests], copy),
    );
    console.log(tested.output.trim());
    if (tested.code === 0) console.log(`✓ ${tests} qua trên Strapi ${newest} (bản đang dùng: ${ours}).`);
    else warn(`${tests} không qua trên Strapi ${newest} (bản đang dùng: ${ours}).`);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The newest stable 5.x of the registry, by npm's own order. */
async function newestVersion() {
  const { code, output } = await run('npm', ['view', '@strapi/strapi@5', 'version', '--json'], root);
  if (code !== 0) throw new Error(`npm không đọc được danh sách phiên bản.\n${output.trim()}`);
  return [JSON.parse(output)].flat().at(-1);
}

function compareVersions(one, other) {
  return one.localeCompare(other, 'en', { numeric: true });
}

function readManifest(folder) {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
}

function run(command, args, cwd) {
  return runCommand(command, args, { cwd, env: npmEnvironment(), signal });
}

function warn(text) {
  // GitHub shows such a line beside the run.
  console.log(process.env.GITHUB_ACTIONS ? `::warning::${text.split('\n')[0]}\n${text}` : `⚠ ${text}`);
}
