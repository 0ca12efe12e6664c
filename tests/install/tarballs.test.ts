import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../helpers/newsroom-process';

const run = promisify(execFile);
const folder = path.join(root, 'dist/plugins');

describe.each(readdirSync(path.join(root, 'src/plugins')))('the tarball of %s', (plugin) => {
  const tarball = path.join(
    folder,
    readdirSync(folder).find((file) => file.startsWith(`portal-newsroom-${plugin}-`))!,
  );

  it('has the built server and panel, the licence and the README', async () => {
    const { stdout } = await run('tar', ['tzf', tarball]);
    const files = stdout.trim().split('\n');
    const allowed =
      /^package\/(package\.json|README\.md|LICENSE|dist\/(server|admin)\/[\w-]+\.(js|mjs)|assets\/\w+\/[\w-]+\.(css|js|svg))$/;
    expect(files.filter((file) => !allowed.test(file))).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining(['package/LICENSE', 'package/README.md', 'package/dist/server/index.js']),
    );
    const manifest = JSON.parse((await run('tar', ['xzOf', tarball, 'package/package.json'])).stdout);
    expect(manifest).toMatchObject({ name: `@portal-newsroom/${plugin}`, license: 'MIT', strapi: { name: plugin } });
    expect(manifest).not.toHaveProperty('private');
    expect(Object.values(manifest.exports['./strapi-server'])).not.toContain('./server/src/index.ts');
  });

  it('has no path of the machine that packed it', async () => {
    const { stdout } = await run('tar', ['xzOf', tarball], { maxBuffer: 50_000_000 });
    for (const trace of [root, 'portal-newsroom-pack-', 'file:///']) expect(stdout).not.toContain(trace);
  });
});

it('npm run pack lists the plugins for an unknown name', async () => {
  const packer = path.join(root, 'scripts/pack-plugin.mjs');
  const refused = run(process.execPath, [packer, 'directory', 'gazette']);
  await expect(refused).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/Không có plugin gazette\. .*body-editor, directory, /),
  });
});
