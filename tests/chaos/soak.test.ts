import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { table } from '../bench/table';
import { eventually, get } from '../helpers/cache';
import { LONG, MINUTES, report, Stage } from './stage';

/** Samples of each node, evenly over the minutes. */
const SAMPLES = 60;
/** The last third beside the middle one. In a short run the cache still fills. */
const MOST_GROWTH = MINUTES >= 30 ? 1.05 : 2;
const PAGES = [
  '/api/portal/v1/articles?page=2',
  '/api/portal/v1/agencies',
  '/feeds/tin-moi-nhat.atom',
  '/',
  '/tin-tuc',
];

type Sample = { megabytes: number; resident: number; descriptors: number; connections: number };

let stage: Stage;
afterAll(() => stage?.site.stop(), 120_000);

it(
  'uses no more memory, descriptors and connections the longer it works',
  async () => {
    stage = await Stage.open({
      nodes: 2,
      settings: (node) => ({
        NODE_OPTIONS: `--import=${path.join(__dirname, 'collected-memory.mjs')}`,
        MEMORY_FILE: memoryFile(node),
      }),
    });
    const { site, documents, random } = stage;
    const samples: Sample[][] = site.nodes.map(() => []);
    const state = { isOver: false };
    const readOthers = async () => {
      while (!state.isOver) {
        const pages = [...PAGES, ...documents.map(({ slug }) => `/api/portal/v1/articles/${slug}`)];
        await get(site.url + random.pick(pages));
        await pause(random.between(5, 50));
      }
    };
    const answers = await stage.work(async () => {
      const others = [readOthers(), readOthers()];
      try {
        for (let taken = 0; taken < SAMPLES; taken += 1) {
          await pause((MINUTES * 60_000) / SAMPLES);
          for (const number of site.nodes.keys()) samples[number]!.push(await sample(number));
        }
      } finally {
        state.isOver = true;
        await Promise.all(others);
      }
    });
    report('soak', answers, { minutes: MINUTES });
    const rows = samples.flatMap((taken, node) =>
      (['megabytes', 'resident', 'descriptors', 'connections'] as const).map((what) => {
        const mean = (from: number) => {
          const third = taken.slice(from * (SAMPLES / 3), (from + 1) * (SAMPLES / 3));
          return third.reduce((sum, one) => sum + one[what], 0) / third.length;
        };
        return { node, what, first: mean(0), middle: mean(1), last: mean(2), growth: mean(2) / mean(1) };
      }),
    );
    console.log(table(rows));
    await stage.check();
    const grown = rows.filter(({ what, growth }) => what !== 'resident' && growth > MOST_GROWTH);
    expect(grown).toEqual([]);
  },
  LONG,
);

const memoryFile = (node: number): string => path.join(os.tmpdir(), `memory-${node}.json`);

/** A node's memory after a collection, in megabytes; what is resident; its open descriptors; the database's connections. */
async function sample(number: number): Promise<Sample> {
  const { pid } = stage.site.nodes[number]!.process;
  rmSync(memoryFile(number), { force: true });
  process.kill(pid, 'SIGUSR2');
  await eventually(
    async () => existsSync(memoryFile(number)),
    (isWritten) => isWritten,
  );
  const { heapUsed, external, rss } = JSON.parse(readFileSync(memoryFile(number), 'utf8')) as NodeJS.MemoryUsage;
  const descriptors = readdirSync(`/proc/${pid}/fd`).length;
  const [row] = await stage.site.primary.sql<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = 'newsroom'`,
  );
  return { megabytes: (heapUsed + external) / 1e6, resident: rss / 1e6, descriptors, connections: row!.count };
}
