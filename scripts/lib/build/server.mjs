import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, hashOf, readStamp, writeStamp } from './stamp.mjs';
import { dist, root } from '../paths.mjs';
import { UserError } from '../process/user-error.mjs';
import { step } from '../process/progress.mjs';
import { runCommand } from '../process/run-command.mjs';

/**
 * Compiles config/ and src/ into dist when they changed. Type errors are printed; they fail the build only when
 * `strict` is set, because the output is usable and `npm run typecheck` is the check.
 * @param {{ signal?: AbortSignal, strict?: boolean }} options
 */
export async function buildServer({ signal, strict = false } = {}) {
  const hash = hashOf([...sources(), 'tsconfig.json', 'package-lock.json']);
  if (readStamp('server')?.hash === hash && existsSync(path.join(dist, 'src/index.js'))) return;
  // With this file an incremental compile would not write output again that was deleted.
  if (!existsSync(path.join(dist, 'src/index.js'))) rmSync(path.join(dist, 'tsconfig.tsbuildinfo'), { force: true });
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const { code, output } = await step('Dịch mã máy chủ', () =>
    runCommand(process.execPath, [tsc, '--project', root, '--pretty', 'false'], { cwd: root, signal }),
  );
  if (code !== 0) {
    console.error(output.trim());
    if (strict || !existsSync(path.join(dist, 'src/index.js'))) {
      throw new UserError('Mã máy chủ chưa dịch được; các lỗi TypeScript ở trên.');
    }
    console.error('⚠ TypeScript báo các lỗi trên; vẫn chạy tiếp với mã vừa dịch.');
  }
  removeOrphans();
  // After an error the output is of this source, and of no source that was built before.
  writeStamp('server', { hash: code === 0 ? hash : null });
}

function sources() {
  return [...filesBelow('config'), ...filesBelow('src', isServerSource)];
}

function isServerSource(file) {
  const place = file.split(path.sep).join('/');
  return !/^src\/(admin|plugins\/[^/]+\/admin)\//.test(place) && !/\.(test\.ts|md)$/.test(place);
}

/** Removes the output of deleted sources: Strapi loads whole folders. */
function removeOrphans() {
  for (const output of ['config', 'src'].flatMap((folder) => filesBelow(path.join('dist', folder)))) {
    const source = path.relative('dist', output);
    const stem = source.replace(/\.js$/, '');
    const origins = [source, `${stem}.ts`, `${stem}.tsx`];
    if (!origins.some((file) => existsSync(path.join(root, file)))) rmSync(path.join(root, output));
  }
}
