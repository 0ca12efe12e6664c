import fs from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../helpers/newsroom-process';
import { percentile, table } from '../table';
import { addressesOfStrapi, deepPage, paths } from './addresses';
import { Comparison, type Other } from './comparison';
import { soak } from './soak';
import { setStage, type Stage } from './stage';
import { askStrangely } from './strange';
import { publishToVisible } from './visible';

const SIZES = (process.env.BENCH_ARTICLES ?? '300,1000').split(',').map(Number);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 0.3);
const PUBLICATIONS = Number(process.env.BENCH_ROUNDS ?? 10);
const REQUESTS = Number(process.env.BENCH_REQUESTS ?? 1_000);
const MINUTES = Number(process.env.BENCH_MINUTES ?? 0.1);

const LARGEST = Math.max(...SIZES);
const DEEP = Math.min(10_000, LARGEST / 2);
const MEMORY = 64;

const FULL = 1_000_000;

/** The limits hold at a million articles; a small run only has to work. */
const atLeast = (size: number) =>
  size >= FULL
    ? { hot: 0.8, strapi: 20, sparse: 1 / 1.2, growth: 1 / 1.3 }
    : { hot: 0.2, strapi: 0.5, sparse: 0.1, growth: 0.1 };
const atMost = LARGEST >= FULL ? { visible: 50, flat: 1.05 } : { visible: 2_000, flat: 2 };

/**
 * The read side over many articles in the real tables, alternating in one run: from the cache beside a bare Node server
 * that sends the same bytes, without it beside Strapi's own REST and one indexed SELECT; the delay until a publication is
 * visible; and the cache under unusual requests and over time. Sizes are in articles, times in milliseconds.
 */
describe(`reading ${SIZES.join(', ')} articles`, () => {
  let stage: Stage;
  const comparison = new Comparison(SECONDS);
  const cold: Record<string, number[]> = {};
  const report: Record<string, unknown> = { sizes: SIZES };

  beforeAll(async () => {
    stage = await setStage();
  }, 3_600_000);
  afterAll(async () => {
    report.rows = comparison.rows;
    report.memory = await stage.memory();
    console.log(`${table(comparison.rows)}\n\n${JSON.stringify({ ...report, rows: undefined }, null, 1)}`);
    const folder = path.join(root, 'dist/bench');
    await fs.mkdir(folder, { recursive: true });
    await fs.writeFile(path.join(folder, `reading-${LARGEST}.json`), JSON.stringify(report, null, 2));
    await stage.stop();
  });

  describe.each(SIZES)('at %i', (size) => {
    beforeAll(() => stage.growTo(size), 3_600_000);

    const note = (what: string, p50: number) => void (cold[what] ??= []).push(p50);
    const last = () => comparison.rows.at(-2)!;

    it('answers a list without the cache many times faster than Strapi’s own REST over the same tables', async () => {
      const { list } = await addressesOfStrapi(stage, size);
      const other = ['Strapi REST', list] as Other;
      const ratio = await comparison.beside(`list of 20, cold, ${size}`, stage.at.cold + paths.list, other);
      note('list of 20', last().p50);
      expect(ratio).toBeGreaterThanOrEqual(atLeast(size).strapi);
    }, 3_600_000);

    it('answers an article without the cache many times faster than Strapi’s own REST over the same tables', async () => {
      const { article, whole } = await addressesOfStrapi(stage, size);
      const own = stage.at.cold + paths.article(size);
      await comparison.beside(`article, cold, ${size}`, own, ['Strapi REST, article alone', article]);
      const ratio = await comparison.beside(`article, cold, ${size}`, own, ['Strapi REST', whole]);
      note('article', last().p50);
      expect(ratio).toBeGreaterThanOrEqual(atLeast(size).strapi);
    }, 3_600_000);

    it('answers a sparse list and a deep page about as fast as the first page', async () => {
      const first = ['first page', stage.at.cold + paths.list] as Other;
      const deep = await deepPage(stage, Math.min(DEEP, size / 2));
      const ratios = [
        await comparison.beside(`sparse agency, cold, ${size}`, stage.at.cold + paths.sparse, first),
        await comparison.beside(`sparse official, cold, ${size}`, stage.at.cold + paths.named, first),
        await comparison.beside(`deep page, cold, ${size}`, stage.at.cold + deep, first),
      ];
      expect(Math.min(...ratios)).toBeGreaterThanOrEqual(atLeast(size).sparse);
    }, 3_600_000);

    it('is compared with one indexed SELECT of the same rows', async () => {
      const times: number[] = [];
      for (let turn = 0; turn < 200; turn += 1) {
        const from = performance.now();
        const { rowCount } = await stage.database.query(
          `SELECT document_id, title, slug, summary, published_on, updated_on FROM articles
            WHERE published_at IS NOT NULL AND locale = 'vi' ORDER BY published_on DESC, document_id DESC LIMIT 20`,
        );
        times.push(performance.now() - from);
        expect(rowCount).toBe(20);
      }
      const [p50, p99] = [percentile(times, 50), percentile(times, 99)];
      const ratio = p50 / cold['list of 20']!.at(-1)!;
      const what = `one SELECT of 20 rows, ${size}`;
      comparison.rows.push({ what, perSecond: 1_000 / p50, p50, p99, beside: 'list of 20, cold', ratio });
    });
  });

  if (SIZES.length > 1) {
    it('takes hardly longer with more articles', () => {
      const growth = Object.entries(cold).map(([what, times]) => ({ what, ratio: times[0]! / times.at(-1)! }));
      report.growth = growth.map(({ what, ratio }) => ({ what, times: cold[what], ratio }));
      for (const { ratio } of growth) expect(ratio).toBeGreaterThanOrEqual(atLeast(LARGEST).growth);
    });
  }

  it('answers from the cache nearly as fast as a server that does nothing else', async () => {
    const { hot } = stage.at;
    const ratios: number[] = [];
    for (const [what, url] of Object.entries({ 'latest news': hot + paths.latest, article: hot + paths.article(7) })) {
      ratios.push(await comparison.beside(`${what}, hot`, url, ['bare Node', await stage.serveBytesOf(url)], 32));
    }
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(atLeast(LARGEST).hot);
  }, 3_600_000);

  it('shows a publication on both nodes within the limit, and no older answer after it', async () => {
    const seen = await publishToVisible(stage, PUBLICATIONS, LARGEST);
    report.visible = Object.entries(seen).map(([node, { p50, p99, wentBack }]) => ({ node, p50, p99, wentBack }));
    expect([seen.here.wentBack, seen.there.wentBack]).toEqual([0, 0]);
    expect(Math.max(seen.here.p99, seen.there.p99)).toBeLessThanOrEqual(atMost.visible);
  }, 3_600_000);

  it('keeps common answers cached, within its size, under junk and rare requests', async () => {
    const strange = {
      junk: await askStrangely(stage, 'junk', REQUESTS),
      rare: await askStrangely(stage, 'rare', REQUESTS),
    };
    report.strange = strange;
    expect([strange.junk.isHot, strange.rare.isHot]).toEqual([true, true]);
    expect(strange.rare.megabytesKept).toBeGreaterThan(1);
    expect(strange.rare.megabytesKept).toBeLessThanOrEqual(MEMORY);
  }, 3_600_000);

  it('uses no more memory the longer it runs', async () => {
    const resident = await soak(stage, MINUTES, LARGEST);
    report.resident = resident;
    const mean = (from: number, to: number) =>
      resident.slice(from, to).reduce((sum, one) => sum + one, 0) / (to - from);
    expect(mean(40, 60) / mean(20, 40)).toBeLessThanOrEqual(atMost.flat);
  }, 3_600_000);
});
