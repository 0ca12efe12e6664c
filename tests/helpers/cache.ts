import http from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { Newsroom } from './newsroom';

export const METRICS_TOKEN = 'ma-cua-nguoi-van-hanh';

export type Got = { status: number; headers: Record<string, unknown>; body: Buffer };

/** One request on a connection of its own; nothing is decoded, and no field is added but Host. */
export const get = (url: string, headers: http.OutgoingHttpHeaders = {}, method = 'GET') =>
  new Promise<Got>((resolve, reject) => {
    const request = http.request(url, { method, headers, agent: false }, (answer) => {
      const { statusCode: status = 0, headers: fields } = answer;
      buffer(answer).then((body) => resolve({ status, headers: { ...fields, date: undefined }, body }), reject);
    });
    request.on('error', reject).end();
  });

/** The metrics of a newsroom that was started with METRICS_TOKEN, by name and label as /metrics writes them. */
export async function readMetrics({ url }: Pick<Newsroom, 'url'>): Promise<(name: string) => number> {
  const answer = await fetch(`${url}/metrics`, { headers: { Authorization: `Bearer ${METRICS_TOKEN}` } });
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const values = new Map(lines.map((line) => line.split(' ') as [string, string]));
  return (name) => Number(values.get(name) ?? 0);
}

export const hits = 'portal_feeds_requests_total{result="hit"}';
export const misses = 'portal_feeds_requests_total{result="miss"}';
export const changes = 'portal_feeds_generations_total{reason="change"}';

/** Waits until a condition holds; fails after `seconds` with what was seen last. */
export async function eventually<Seen>(
  see: () => Promise<Seen>,
  holds: (seen: Seen) => boolean,
  seconds = 60,
): Promise<Seen> {
  for (const end = Date.now() + seconds * 1_000; ; await pause(20)) {
    const seen = await see();
    if (holds(seen)) return seen;
    if (Date.now() > end) throw new Error(`Still not so after ${seconds} s: ${JSON.stringify(seen)}`);
  }
}

/** Waits until changes are notified to the node, so that its cache answers. */
export const ready = ({ url }: Pick<Newsroom, 'url'>) =>
  eventually(
    () => fetch(`${url}/readyz`),
    ({ status }) => status === 200,
  );

/** Requests a path of the contract until it is answered from the cache. */
export const keep = (node: Pick<Newsroom, 'url'>, what: string) =>
  eventually(
    async () => {
      const before = await readMetrics(node);
      await get(`${node.url}/api/portal/v1${what}`);
      return (await readMetrics(node))(hits) - before(hits);
    },
    (count) => count > 0,
  );
