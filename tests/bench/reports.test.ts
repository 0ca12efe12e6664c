import fs from 'node:fs/promises';
import path from 'node:path';
import { root } from '../helpers/newsroom-process';
import { load, type Load } from './load';
import { setStage, type Stage } from './reading/stage';
import { seedReports } from './seed-reports';
import { table } from './table';

const AGENCIES = Number(process.env.BENCH_AGENCIES ?? 20);
const YEARS = Number(process.env.BENCH_YEARS ?? 2);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 0.3);
const FIELDS = 12;

/** Milliseconds that hold for ten years of 600 agencies; a small run only has to work. */
const LIMIT = AGENCIES >= 600 && YEARS >= 10 ? 20 : 500;
/** Megabytes by which a download may grow the process: it holds some parts of the text, and not all of it. */
const MEMORY = 150;

const LIST = '/api/portal/v1/procedure-progress';

describe(`reading the reports of ${AGENCIES} agencies over ${YEARS} years`, () => {
  let stage: Stage;
  const rows: (Load & { what: string })[] = [];

  beforeAll(async () => {
    stage = await setStage();
    await seedReports(stage.newsroom, { agencies: AGENCIES, fields: FIELDS, years: YEARS });
  }, 3_600_000);
  afterAll(async () => {
    console.log(table(rows));
    const folder = path.join(root, 'dist/bench');
    await fs.mkdir(folder, { recursive: true });
    await fs.writeFile(path.join(folder, `reports-${AGENCIES}-${YEARS}.json`), JSON.stringify(rows, null, 2));
    await stage.stop();
  });

  async function cold(what: string, query: string): Promise<number> {
    const url = `${stage.at.cold}${LIST}${query}`;
    expect((await fetch(url)).status).toBe(200);
    await load(url, { seconds: SECONDS / 2, connections: 1 });
    const measured = await load(url, { seconds: SECONDS, connections: 1 });
    rows.push({ what, ...measured });
    return measured.p50;
  }

  it.each([
    ['the province by month', '?series=true&limit=50'],
    ['the province by year', '?series=true&by=year'],
    ['an agency by month', '?series=true&limit=50&agency=so-lieu-7'],
    ['rows of an agency', '?by=month&agency=so-lieu-7'],
  ])(
    'answers %s without the cache within the limit',
    async (what, query) => expect(await cold(what, query)).toBeLessThan(LIMIT),
    3_600_000,
  );

  it('answers rows and filters', async () => {
    await cold('rows as they were reported', '');
    await cold('rows by month', '?by=month');
    await cold('rows of a year by month', '?by=month&from=2016-01-01&to=2016-12-31');
    await cold('rows of half a year as reported', '?from=2016-01-01&to=2016-06-30');
  }, 3_600_000);

  /** Downloads some years, and tells how much memory the process took before and at most, in megabytes. */
  async function download(years: number): Promise<{ before: number; most: number }> {
    const resident = async () => (await stage.memory())['this project without memory']!;
    const before = await resident();
    const started = performance.now();
    const answer = await fetch(`${stage.at.cold}${LIST}.csv?from=2015-01-01&to=${2014 + years}-12-31`);
    let lines = 0;
    let most = before;
    for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
      lines += Buffer.from(part).filter((byte) => byte === 10).length;
      most = Math.max(most, await resident());
    }
    const seconds = (performance.now() - started) / 1_000;
    console.log(`CSV: ${lines} lines in ${seconds.toFixed(1)} s; memory ${before.toFixed(0)} → ${most.toFixed(0)} MB`);
    expect(lines).toBe(1 + AGENCIES * FIELDS * 12 * years);
    return { before, most };
  }

  it('sends a year as CSV in bounded memory, and all years in not much more', async () => {
    const year = await download(1);
    const all = await download(YEARS);
    expect(all.most - year.most).toBeLessThan(MEMORY);
    expect(year.most - year.before).toBeLessThan(MEMORY);
  }, 3_600_000);
});
