import fs from 'node:fs/promises';
import path from 'node:path';
import { directive } from '../../src/plugins/public-record/server/src/queries/directive';
import { directiveFeed } from '../../src/plugins/public-record/server/src/queries/directive-feed';
import { directivePages, directiveYears } from '../../src/plugins/public-record/server/src/queries/directive-sitemaps';
import { directives } from '../../src/plugins/public-record/server/src/queries/directives';
import { root } from '../helpers/newsroom-process';
import { Comparison, type Other } from './reading/comparison';
import { setStage, type Stage } from './reading/stage';
import { seedDirectives } from './seed-directives';
import { table } from './table';

const SIZES = (process.env.BENCH_DIRECTIVES ?? '300,1000').split(',').map(Number);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 0.3);
const LARGEST = Math.max(...SIZES);
const ARTICLES = 1_000;

const API = '/api/portal/v1';
const LIST = `${API}/directives?limit=20`;

/** The limits hold at a million directives, as the reading bench asks of articles; a small run only has to work. */
const atLeast =
  LARGEST >= 1_000_000
    ? { hot: 0.8, sparse: 1 / 1.2, growth: 1 / 1.3, articles: 0.5 }
    : { hot: 0.2, sparse: 0.1, growth: 0.1, articles: 0.1 };

/** Tables that grow with the directives. */
const LARGE = ['directives', 'directive_links', 'addresses', 'files_related_mph'];

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; Plans?: Plan[] };

/**
 * Directives, alternating in one run: without the cache beside the list of articles and an article, filters beside the first page, and from the cache
 * beside a bare Node server that sends the same bytes. Sizes are in directives, times in milliseconds.
 */
describe(`reading ${SIZES.join(', ')} directives`, () => {
  let stage: Stage;
  let grown = 0;
  const comparison = new Comparison(SECONDS);
  const cold: Record<string, number[]> = {};

  beforeAll(async () => {
    stage = await setStage();
    await stage.growTo(ARTICLES);
  }, 3_600_000);
  afterAll(async () => {
    console.log(table(comparison.rows));
    const folder = path.join(root, 'dist/bench');
    await fs.mkdir(folder, { recursive: true });
    await fs.writeFile(path.join(folder, `directives-${LARGEST}.json`), JSON.stringify(comparison.rows, null, 2));
    await stage.stop();
  });

  const last = () => comparison.rows.at(-2)!;

  describe.each(SIZES)('at %i', (size) => {
    beforeAll(async () => {
      await seedDirectives(stage.newsroom, grown + 1, size);
      grown = size;
    }, 3_600_000);

    it('answers a list and one of them without the cache as articles are answered', async () => {
      const own = stage.at.cold;
      const ratios = [
        await comparison.beside(`list of 20, cold, ${size}`, own + LIST, [
          'articles',
          `${own}${API}/articles?limit=20`,
        ]),
      ];
      (cold.list ??= []).push(last().p50);
      const one = `${own}${API}/directives/van-ban-${size - 3}`;
      ratios.push(
        await comparison.beside(`one, cold, ${size}`, one, ['an article', `${own}${API}/articles/cai-cach-7`]),
      );
      (cold.one ??= []).push(last().p50);
      expect(Math.min(...ratios)).toBeGreaterThanOrEqual(atLeast.articles);
    }, 3_600_000);

    it('answers filters and a deep page about as fast as the first page', async () => {
      const first = ['first page', stage.at.cold + LIST] as Other;
      let cursor = '';
      for (let page = 0; page < Math.min(200, size / 40); page += 1) {
        const answer = await fetch(stage.at.cold + LIST + cursor);
        const { meta } = (await answer.json()) as { meta: { nextCursor: string } };
        cursor = `&cursor=${meta.nextCursor}`;
      }
      const ratios: number[] = [];
      for (const [what, query] of Object.entries({
        agency: '&agency=co-quan-7',
        'sparse agency': '&agency=it-van-ban',
        type: '&type=CTr',
        'agency and type': '&agency=co-quan-7&type=CT',
        number: `&number=${encodeURIComponent(`${size - 3}-qd/ubnd`)}`,
        days: '&from=2010-01-01&to=2010-12-31',
        'deep page': cursor,
      })) {
        ratios.push(await comparison.beside(`${what}, cold, ${size}`, stage.at.cold + LIST + query, first));
      }
      expect(Math.min(...ratios)).toBeGreaterThanOrEqual(atLeast.sparse);
    }, 3_600_000);

    it('reads none of the tables that grow from end to end', async () => {
      const filters = { agency: 'co-quan-7', type: 'CT', number: '7/CT-UBND', from: '2010-01-01', to: '2010-12-31' };
      const statements = {
        list: directives('vi', {}, null, 20),
        'deep page': directives('vi', {}, ['2010-05-05', 'van-ban'], 20),
        ...Object.fromEntries(
          Object.entries(filters).map(([name, value]) => [name, directives('vi', { [name]: value }, null, 20)]),
        ),
        'agency and type': directives('vi', { agency: 'co-quan-7', type: 'CT' }, null, 20),
        'all filters': directives('vi', filters, null, 20),
        one: directive('vi', `van-ban-${size - 3}`),
        feed: directiveFeed('vi'),
        'years of sitemaps': directiveYears('vi'),
        ...(size >= 100_000 && { 'a sitemap': directivePages('vi', 2010, 1, 10_000) }),
      };
      const scanned: string[] = [];
      const used: Record<string, string[]> = {};
      await stage.database.query('SET plan_cache_mode = force_generic_plan');
      for (const [what, { text, values }] of Object.entries(statements)) {
        await stage.database.query(`PREPARE asked AS ${text}`);
        const given = values.map((value) => stage.database.escapeLiteral(String(value))).join(', ');
        const { rows } = await stage.database.query(`EXPLAIN (FORMAT JSON) EXECUTE asked(${given})`);
        await stage.database.query('DEALLOCATE asked');
        const visit = ({ Plans = [], ...node }: Plan): void => {
          if (node['Node Type'] === 'Seq Scan' && LARGE.includes(node['Relation Name'] ?? '')) {
            scanned.push(`${what}: ${node['Relation Name']}`);
          }
          (used[what] ??= []).push(node['Index Name'] ?? '');
          Plans.forEach(visit);
        };
        visit(rows[0]['QUERY PLAN'][0].Plan);
      }
      // A small table is read from end to end for good reason.
      if (size < 10_000) return;
      expect(scanned).toEqual([]);
      expect(used).toMatchObject({
        list: expect.arrayContaining(['directives_newest']),
        number: expect.arrayContaining(['directives_number']),
        'all filters': expect.arrayContaining(['directives_number']),
        agency: expect.arrayContaining(['directives_of_agency']),
        type: expect.arrayContaining(['directives_of_type']),
        'agency and type': expect.arrayContaining(['directives_of_agency_and_type']),
      });
    }, 3_600_000);
  });

  it('takes hardly longer with more directives', () => {
    const growth = Object.values(cold).map((times) => times[0]! / times.at(-1)!);
    expect(Math.min(...growth)).toBeGreaterThanOrEqual(atLeast.growth);
  });

  it('answers from the cache nearly as fast as a server that does nothing else', async () => {
    const ratios: number[] = [];
    for (const [what, path] of Object.entries({ list: LIST, one: `${API}/directives/van-ban-7` })) {
      const url = stage.at.hot + path;
      ratios.push(await comparison.beside(`${what}, hot`, url, ['bare Node', await stage.serveBytesOf(url)], 32));
    }
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(atLeast.hot);
  }, 3_600_000);
});
