import { ready } from './cache';
import { type NewsroomProcess, startSecondNode } from './newsroom-process';
import { tcpProxy, type TcpProxy } from './tcp-proxy';

/** A second node of the newsroom in a process of its own, whose way to the database a test can cut. */
export async function nodeBehindProxy(
  settings: Record<string, string> = {},
): Promise<{ url: string; process: NewsroomProcess; proxy: TcpProxy }> {
  const behind = new URL(process.env.DATABASE_URL ?? '');
  const proxy = await tcpProxy(behind.hostname, Number(behind.port));
  behind.host = `127.0.0.1:${proxy.port}`;
  const node = { ...(await startSecondNode({ DATABASE_URL: behind.href, ...settings })), proxy };
  await ready(node);
  return node;
}
