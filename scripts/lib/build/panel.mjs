import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow, hashOf, readStamp, writeStamp } from './stamp.mjs';
import { dist, root } from '../paths.mjs';
import { UserError } from '../process/user-error.mjs';
import { step } from '../process/progress.mjs';
import { runCommand } from '../process/run-command.mjs';

const bundleScript = fileURLToPath(new URL('bundle-panel.mjs', import.meta.url));

/**
 * Bundles the admin panel into dist/build when a file of the last bundle has changed. Requires the compiled
 * configuration: build the server first.
 * @param {{ signal?: AbortSignal }} options
 */
export async function buildPanel({ signal } = {}) {
  const stamp = readStamp('panel');
  const fresh = stamp && stamp.hash === panelHash(stamp.files) && existsSync(path.join(dist, 'build/index.html'));
  if (fresh) return;
  const files = [];
  const { code, output } = await step('Dựng trang quản trị', (detail) =>
    runCommand(process.execPath, [bundleScript], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      signal,
      onLine: (line) => {
        if (line.startsWith('@progress ')) detail(line.slice(10));
        if (line.startsWith('@file ')) files.push(line.slice(6));
      },
    }),
  );
  if (code !== 0) throw new UserError(`Chưa dựng được trang quản trị:\n\n${output.replace(/^@.*\n/gm, '').trim()}`);
  writeStamp('panel', { hash: panelHash(files), files });
}

/**
 * The files that the bundler reported reading (a panel may import from anywhere in src), and those that decide which
 * files it reads.
 * @param {string[]} bundled
 */
function panelHash(bundled) {
  const always = [
    ...filesBelow('src/admin'),
    ...filesBelow('src/plugins', (file) =>
      /^[^/\\]+.(admin.|package\.json$|strapi-admin\.js$)/.test(afterPlugins(file)),
    ),
    'config/admin.ts',
    'config/plugins.ts',
    'package-lock.json',
    'package.json',
  ];
  const settings = Object.entries(process.env).filter(([name]) => name.startsWith('STRAPI_ADMIN_'));
  // The panel calls the server at this path.
  settings.push(['path', new URL(process.env.PUBLIC_URL || 'http://localhost').pathname]);
  return hashOf([...new Set([...always, ...bundled])].sort(), JSON.stringify(settings));
}

function afterPlugins(file) {
  return path.relative(path.join('src', 'plugins'), file);
}
