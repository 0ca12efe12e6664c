import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { eventually } from './cache';
import { freePort } from './newsroom-process';

const TEMPORARY = [
  'client_body_temp_path',
  'proxy_temp_path',
  'fastcgi_temp_path',
  'uwsgi_temp_path',
  'scgi_temp_path',
];

const isInstalled = (): boolean => spawnSync('nginx', ['-v']).status === 0;

/**
 * nginx in front of a server, with the directives of its `location /` (`$FOLDER` is a folder of its own); null where it
 * is not installed.
 */
export async function nginxBefore(
  target: string,
  location: string,
  http = '',
): Promise<{ url: string; stop(): Promise<void> } | null> {
  if (!isInstalled()) return null;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'nginx-'));
  const port = await freePort();
  const conf = `daemon off; error_log ${folder}/nginx.log; pid ${folder}/nginx.pid; events {}
    http {
      access_log off;
      ${TEMPORARY.map((name) => `${name} ${folder}/${name};`).join('\n')}
      ${http.replaceAll('$FOLDER', folder)}
      server { listen 127.0.0.1:${port}; location / { ${location} proxy_pass ${target}; } }
    }`;
  await writeFile(path.join(folder, 'nginx.conf'), conf);
  const asRoot = process.getuid?.() === 0 ? ['-g', 'user root;'] : [];
  const nginx = spawn('nginx', ['-c', path.join(folder, 'nginx.conf'), ...asRoot], { stdio: 'inherit' });
  const url = `http://127.0.0.1:${port}`;
  await eventually(
    () =>
      fetch(`${url}/_health`).then(
        ({ status }) => status,
        () => 0,
      ),
    (status) => status === 204,
  );
  return {
    url,
    async stop() {
      nginx.kill('SIGTERM');
      if (nginx.exitCode === null) await once(nginx, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
