import path from 'node:path';
import { ready } from './cache';
import { freshSettings, NewsroomProcess, root } from './newsroom-process';
import { tcpProxy, type TcpProxy } from './tcp-proxy';

/** A second node of the newsroom in a process of its own, whose way to the database a test can cut. */
export async function nodeBehindProxy(
  settings: Record<string, string> = {},
): Promise<{ url: string; process: NewsroomProcess; proxy: TcpProxy }> {
  const behind = new URL(process.env.DATABASE_URL ?? '');
  const proxy = await tcpProxy(behind.hostname, Number(behind.port));
  behind.host = `127.0.0.1:${proxy.port}`;
  const own = await freshSettings({ DATABASE_URL: behind.href, HOST: '127.0.0.1', ...settings });
  const script = path.join(root, 'tests/fixtures/second-node.mjs');
  const started = new NewsroomProcess([process.execPath, script], { ...process.env, ...own } as never);
  await started.says('second node is listening');
  const node = { url: `http://127.0.0.1:${own.PORT}`, process: started, proxy };
  await ready(node);
  return node;
}
