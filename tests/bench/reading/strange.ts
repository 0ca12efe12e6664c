import { readMetrics, misses } from '../../helpers/cache';
import { Connection } from '../load';
import { paths } from './addresses';
import { OURS, type Stage } from './stage';

const CONNECTIONS = 8;
/** Of the strange requests, every so many is followed by one for what everybody reads. */
const HOT_EVERY = 100;
const DAY = 86_400_000;

const dayOf = (n: number) => new Date(Date.UTC(2000, 0, 1) + n * DAY).toISOString().slice(0, 10);

/** What nobody asks for, each different: wrong in itself; or right but rare, and asked for twice. */
const KINDS = {
  junk: (n: number) => ({ path: `${paths.list}&x${n}=${n}`, status: 400 }),
  rare: (n: number) => ({ path: `${paths.list}&from=${dayOf(n >> 1)}&to=${dayOf((n >> 1) + 9_000)}`, status: 200 }),
};

export type Strange = {
  perSecond: number;
  /** Whether what everybody reads is still answered from memory. */
  isHot: boolean;
  megabytesKept: number;
  residentMegabytes: number;
};

/** Many strange requests of one kind, and among them some for what everybody reads. */
export async function askStrangely(stage: Stage, kind: keyof typeof KINDS, requests: number): Promise<Strange> {
  const node = stage.at.hot;
  const askHot = async () => {
    const connection = await Connection.to(node);
    await connection.get(node + paths.latest);
    connection.close();
  };
  await askHot();
  let sent = 0;
  const from = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const connection = await Connection.to(node);
      while (sent < requests) {
        sent += 1;
        const { path, status } = KINDS[kind](sent);
        const answer = await connection.get(node + path);
        if (answer.status !== status) throw new Error(`${path}: ${answer.head}`);
        if (sent % HOT_EVERY === 0) await connection.get(node + paths.latest);
      }
      connection.close();
    }),
  );
  const took = (performance.now() - from) / 1_000;
  const before = await readMetrics({ url: node });
  await askHot();
  const after = await readMetrics({ url: node });
  return {
    perSecond: requests / took,
    isHot: after(misses) === before(misses),
    megabytesKept: after('portal_feeds_memory_bytes') / 2 ** 20,
    residentMegabytes: (await stage.memory())[OURS]!,
  };
}
