// `npm run pack -- NAME…|all`: a tarball of each plugin in dist/plugins, to install into another Strapi app.
import './lib/process/node-version.mjs';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { dist, root } from './lib/paths.mjs';
import { installPackages } from './lib/build/install-packages.mjs';
import { UserError, printError } from './lib/process/user-error.mjs';
import { step } from './lib/process/progress.mjs';
import { runCommand } from './lib/process/run-command.mjs';
import { listenForStop, StopRequested } from './lib/process/stop-signal.mjs';

const output = path.join(dist, 'plugins');
// The libraries that plugins import; the packer bundles the imported parts.
const libraries = readdirSync(path.join(root, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['admin', 'middlewares', 'plugins', 'sample'].includes(entry.name))
  .map(({ name }) => name);
const left = /^(strapi-(server|admin)\.js|fixtures|.*\.test\.tsx?)$/;

const stop = listenForStop();
try {
  const names = chosen(process.argv.slice(2));
  await installPackages(stop.signal);
  mkdirSync(output, { recursive: true });
  for (const name of names) await step(`Đóng gói ${name}`, () => pack(name));
  console.log(`\nCác gói nằm trong ${path.relative(root, output)}/`);
} catch (error) {
  process.exitCode = error instanceof StopRequested ? 130 : 1;
  if (!(error instanceof StopRequested)) printError(error);
}
stop.close();

function chosen(words) {
  const plugins = readdirSync(path.join(root, 'src/plugins'));
  const unknown = words.filter((word) => word !== 'all' && !plugins.includes(word));
  if (unknown.length > 0 || words.length === 0) {
    throw new UserError(
      `${unknown.length > 0 ? `Không có plugin ${unknown.join(', ')}. ` : ''}Cách dùng: npm run pack -- all, hoặc tên các plugin: ${plugins.join(', ')}.`,
    );
  }
  return words.includes('all') ? plugins : [...new Set(words)];
}

/** Works on a copy: the exports map that the packer asks for would, in the repository, make it empty what it names. */
async function pack(name) {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'portal-newsroom-pack-'));
  try {
    const folder = path.join('src/plugins', name);
    const place = path.join(copy, folder);
    for (const source of [folder, ...libraries.map((library) => path.join('src', library))]) {
      const filter = (file) => !left.test(path.basename(file));
      cpSync(path.join(root, source), path.join(copy, source), { recursive: true, filter });
    }
    cpSync(path.join(root, 'LICENSE'), path.join(place, 'LICENSE'));
    writeServerOptions(place);
    const manifest = readManifest(place);
    writeManifest(place, { ...manifest, exports: exportsOf(place, { withSources: true }) });
    await run(place, process.execPath, [builder(), 'build']);
    writeManifest(place, { ...manifest, exports: exportsOf(place, { withSources: false }) });
    await run(place, 'npm', ['pack', '--pack-destination', output]);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** How the packer compiles components of the server, which are Preact's; without it, it takes all for React's. */
function writeServerOptions(place) {
  const { jsx, jsxImportSource } = JSON.parse(readFileSync(path.join(root, 'tsconfig.json'), 'utf8')).compilerOptions;
  const options = { compilerOptions: { jsx, jsxImportSource } };
  writeFileSync(path.join(place, 'server/tsconfig.json'), JSON.stringify(options));
}

function readManifest(place) {
  const manifest = JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8'));
  delete manifest.private;
  // `assets` is what a plugin serves as it is: styles, scripts, icons.
  return { ...manifest, files: ['dist', ...(existsSync(path.join(place, 'assets')) ? ['assets'] : [])] };
}

function writeManifest(place, manifest) {
  writeFileSync(path.join(place, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

function exportsOf(place, { withSources }) {
  const half = (side) => ({
    ...(withSources && { source: `./${side}/src/index.ts` }),
    import: `./dist/${side}/index.mjs`,
    require: `./dist/${side}/index.js`,
    default: `./dist/${side}/index.js`,
  });
  return {
    './package.json': './package.json',
    './strapi-server': half('server'),
    ...(existsSync(path.join(place, 'admin')) && { './strapi-admin': half('admin') }),
  };
}

function builder() {
  const manifest = createRequire(import.meta.url).resolve('@strapi/sdk-plugin/package.json');
  return path.join(path.dirname(manifest), 'bin/strapi-plugin.js');
}

async function run(cwd, command, args) {
  const { code, output: said } = await runCommand(command, args, { cwd, signal: stop.signal });
  if (code !== 0) throw new UserError(said.trim());
}
