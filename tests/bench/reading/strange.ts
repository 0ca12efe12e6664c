import { readMetrics, misses } from '../../helpers/cache';
import { Connection } from '../load';
import { paths } from './addresses';
import { OURS, type Stage } from './stage';

const CONNECTIONS = 8;
/** After this many unusual requests comes one for a common page. */
const HOT_EVERY = 100;
const DAY = 86_400_000;

const dayOf = (n: number) => new Date(Date.UTC(2000, 0, 1) + n * DAY).toISOString().slice(0, 10);

/** Unusual requests, each different: invalid; or valid but rare, and made twice. */
const KINDS = {
  junk: (n: number) => ({ path: `${paths.list}&x${n}=${n}`, status: 400 }),
  rare: (n: number) => ({ path: `${paths.list}&from=${dayOf(n >> 1)}&to=${dayOf((n >> 1) + 9_000)}`, status: 200 }),
};

type Strange = {
  perSecond: number;
  /** Whether the common page is still answered from the cache. */
  isHot: boolean;
  megabytesKept: number;
  residentMegabytes: number;
};

/** Many unusual requests of one kind, and among them some for a common page. */
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
