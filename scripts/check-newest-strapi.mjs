// `npm run check:newest-strapi`: whether tests/strapi-internals pass on the newest Strapi 5 that can be installed from the
// registry, when that is newer than ours. It warns and never fails: a new version of Strapi must not stop a change of ours.
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
/** How many versions are tried before giving up, from the newest. */
const mostTried = 5;
const flags = ['--include=dev', '--no-audit', '--no-fund'];
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
  const newer = (await versions()).filter((version) => compareVersions(version, ours) > 0).reverse();
  if (newer.length === 0) return console.log(`✓ Strapi ${ours} là bản 5.x mới nhất.`);
  const copy = mkdtempSync(path.join(os.tmpdir(), 'portal-newsroom-newest-'));
  try {
    cpSync(root, copy, { recursive: true, filter: (file) => !leftOut.includes(path.relative(root, file)) });
    const packages = Object.keys(dependencies).filter((name) => dependencies[name] === ours && /^@strapi\//.test(name));
    const { found, refused } = await step('Tìm bản Strapi mới nhất cài được', () =>
      firstInstallable(newer, packages, copy),
    );
    if (!found) return warn(`Kho gói có bản Strapi mới hơn, nhưng không bản nào cài được.\n${refused.join('\n')}`);
    const installed = await step(`Cài Strapi ${found} vào một thư mục tạm`, () => npm(['install', ...flags], copy));
    if (installed.code !== 0) throw new Error(`không cài được Strapi ${found}.\n${installed.output.trim()}`);
    const tested = await step(`Chạy ${tests} trên Strapi ${found}`, () =>
      run(process.execPath, ['scripts/test.mjs', tests], copy),
    );
    console.log(tested.output.trim());
    if (tested.code === 0) console.log(`✓ ${tests} qua trên Strapi ${found} (bản đang dùng: ${ours}).`);
    else warn(`${tests} không qua trên Strapi ${found} (bản đang dùng: ${ours}).`);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/**
 * The first of these versions of which the registry has every package, and none whose peers conflict; `copy` then has its
 * package.json and lock file. A mirror may have the main package of a release and not the others.
 */
async function firstInstallable(candidates, packages, copy) {
  const refused = [];
  for (const version of candidates.slice(0, mostTried)) {
    const wanted = packages.map((name) => `${name}@${version}`);
    const { code, output } = await npm(['install', '--package-lock-only', '--save-exact', ...flags, ...wanted], copy);
    if (code === 0) return { found: version, refused };
    refused.push(`${version}: ${output.trim().split('\n').slice(0, 3).join(' ')}`);
  }
  return { found: null, refused };
}

/** Every stable 5.x of the registry, in npm's order. */
async function versions() {
  const { code, output } = await npm(['view', '@strapi/strapi@5', 'version', '--json'], root);
  if (code !== 0) throw new Error(`npm không đọc được danh sách phiên bản.\n${output.trim()}`);
  return [JSON.parse(output)].flat();
}

function compareVersions(one, other) {
  return one.localeCompare(other, 'en', { numeric: true });
}

function readManifest(folder) {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
}

/** npm with its errors, which a silent npm that runs this command would suppress through its environment. */
function npm(args, cwd) {
  return run('npm', [...args, '--loglevel=error'], cwd);
}

function run(command, args, cwd) {
  return runCommand(command, args, { cwd, env: npmEnvironment(), signal });
}

function warn(text) {
  // GitHub shows such a line beside the run.
  console.log(process.env.GITHUB_ACTIONS ? `::warning::${text.split('\n')[0]}\n${text}` : `⚠ ${text}`);
}
