import fs from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { body, paragraph, writers } from '../helpers/content';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';
import { cleanUp, freshSettings, NewsroomProcess, root, script } from '../helpers/newsroom-process';
import { load, type Load } from './load';
import { seedArticles } from './seed-articles';
import { percentile, table } from './table';

const ARTICLES = Number(process.env.BENCH_ARTICLES ?? 1_000);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 1);
const SPARSE = 20;
const DEEP = Math.min(10_000, ARTICLES / 2);
const SENTENCE =
  'Các sở, ngành và địa phương rà soát thủ tục, niêm yết công khai thời hạn giải quyết và trả kết quả đúng hẹn.';

/** A line of the table. The tests below hold floors; the figures that are to be reached are read off the table. */
type Row = { what: string } & Load & { beside: string; ratio: number };

/**
 * The read side over N articles in the real tables: from memory beside a bare Node server that sends the same bytes,
 * and without memory beside Strapi's own REST over the same tables and beside one indexed SELECT, by turns in one run.
 */
describe(`reading ${ARTICLES} articles`, () => {
  let newsroom: Newsroom;
  let database: Client;
  const at: Record<'hot' | 'cold' | 'strapi' | 'list' | 'article', string> = {} as never;
  const processes: Record<string, NewsroomProcess> = {};
  const rows: Row[] = [];
  const paths = {
    list: '/api/portal/v1/articles?limit=20',
    latest: '/api/portal/v1/latest-news',
    article: `/api/portal/v1/articles/cai-cach-${ARTICLES}`,
    sparse: '/api/portal/v1/articles?limit=20&agency=it-bai',
    deep: '',
  };

  async function start(name: string, command: string[], also: Record<string, string> = {}): Promise<string> {
    const { DATABASE_URL = '' } = process.env;
    const settings = { ...process.env, ...(await freshSettings({ DATABASE_URL, HOST: '127.0.0.1', ...also })) };
    processes[name] = new NewsroomProcess(command, { ...settings, NODE_ENV: 'production' } as never);
    await processes[name].says('đang phục vụ');
    return `http://127.0.0.1:${settings.PORT}`;
  }
  const ours = (name: string) => [process.execPath, path.join(__dirname, name)];

  beforeAll(async () => {
    newsroom = await startNewsroom();
    const write = writers(newsroom.strapi);
    const many = async (make: () => Promise<Record<string, unknown>>) =>
      (await Promise.all(Array.from({ length: 20 }, make))).map(({ id }) => Number(id));
    const model = await write.article({ body: body(...Array.from({ length: 30 }, () => paragraph(SENTENCE))) });
    const targets = {
      officials: await many(() => write.official()),
      agencies: await many(() => write.agency()),
      categories: await many(() => write.category()),
    };
    await seedArticles(newsroom, 'articles', ARTICLES, targets, model.documentId);
    const few = await write.agency({ slug: 'it-bai' });
    await newsroom.sql(
      `UPDATE articles_agency_lnk SET agency_id = $1 WHERE article_id IN (
         SELECT id FROM articles WHERE document_id IN (
           SELECT document_id FROM articles WHERE published_at IS NOT NULL ORDER BY md5(document_id) LIMIT ${SPARSE}))`,
      [Number(few.id)],
    );
    await newsroom.sql('VACUUM ANALYZE');
    at.hot = await start('hot', script('serve.mjs'));
    at.cold = await start('cold', script('serve.mjs'), { PORTAL_MEMORY_BYTES: '0' });
    at.strapi = await start('strapi', ours('serve-strapi.mjs'));
    at.list = await start('bytes of a list', ours('serve-bytes.mjs'), { BENCH_BYTES_OF: at.hot + paths.latest });
    at.article = await start('bytes of an article', ours('serve-bytes.mjs'), {
      BENCH_BYTES_OF: at.hot + paths.article,
    });
    database = new Client({ connectionString: process.env.DATABASE_URL });
    await database.connect();
    paths.deep = await deepPage();
  }, 3_600_000);
  afterAll(async () => {
    await database?.end();
    await cleanUp();
    await newsroom.stop();
  });

  /** The page that begins 10,000 cards below the newest. */
  async function deepPage(): Promise<string> {
    let cursor = '';
    for (let cards = 0; cards < DEEP; cards += 50) {
      const answer = await fetch(`${at.cold}/api/portal/v1/articles?limit=50${cursor && `&cursor=${cursor}`}`);
      cursor = ((await answer.json()) as { meta: { nextCursor: string } }).meta.nextCursor;
    }
    return `${paths.list.replace('limit=20', 'limit=50')}&cursor=${cursor}`;
  }

  const measure = async (url: string, connections: number) => {
    await load(url, { seconds: SECONDS / 2, connections });
    return load(url, { seconds: SECONDS, connections });
  };

  /** Two addresses by turns, three times; the middle of the ratios of requests a second. */
  async function beside(
    what: string,
    one: string,
    other: [name: string, url: string],
    connections = 1,
  ): Promise<number> {
    const turns: { own: Load; ratio: number; theirs: Load }[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const own = await measure(one, connections);
      const theirs = await measure(other[1], connections);
      turns.push({ own, theirs, ratio: own.perSecond / theirs.perSecond });
    }
    const middle = turns.sort((a, b) => a.ratio - b.ratio)[1]!;
    rows.push({ what, ...middle.own, beside: other[0], ratio: middle.ratio });
    rows.push({ what: `  ${other[0]}`, ...middle.theirs, beside: '', ratio: 1 });
    return middle.ratio;
  }

  it('answers from memory nearly as fast as a server that does nothing else', async () => {
    expect(await beside('latest news, hot', at.hot + paths.latest, ['bare Node', at.list], 32)).toBeGreaterThan(0.5);
    expect(await beside('article, hot', at.hot + paths.article, ['bare Node', at.article], 32)).toBeGreaterThan(0.5);
  }, 3_600_000);

  it('answers without memory many times faster than Strapi’s own REST over the same tables', async () => {
    const page = 'sort=publishedOn:desc&pagination[pageSize]=20&populate[category]=true&populate[cover]=true';
    const list = `${at.strapi}/api/vanilla-articles?locale=vi&fields[0]=title&fields[1]=slug&fields[2]=summary&${page}`;
    const one = `${at.strapi}/api/vanilla-articles?locale=vi&filters[slug][$eq]=cai-cach-${ARTICLES}&populate=*`;
    expect(await beside('list of 20, cold', at.cold + paths.list, ['Strapi REST', list])).toBeGreaterThan(2);
    expect(await beside('article, cold', at.cold + paths.article, ['Strapi REST', one])).toBeGreaterThan(2);
  }, 3_600_000);

  it('answers a sparse agency’s list and a deep page about as fast as the first', async () => {
    const first = at.cold + paths.list;
    expect(await beside('sparse agency, cold', at.cold + paths.sparse, ['first page', first])).toBeGreaterThan(0.3);
    const fifty = at.cold + paths.list.replace('limit=20', 'limit=50');
    expect(await beside('deep page of 50, cold', at.cold + paths.deep, ['first page of 50', fifty])).toBeGreaterThan(
      0.3,
    );
  }, 3_600_000);

  it('costs little beside one indexed SELECT of the same rows', async () => {
    const times: number[] = [];
    for (let turn = 0; turn < 200; turn += 1) {
      const from = performance.now();
      await database.query(
        `SELECT document_id, title, slug, summary, published_on, updated_on FROM articles
          WHERE published_at IS NOT NULL AND locale = 'vi' ORDER BY published_on DESC, document_id LIMIT 20`,
      );
      times.push(performance.now() - from);
    }
    const [p50, p99] = [percentile(times, 50), percentile(times, 99)];
    rows.push({ what: 'one SELECT of 20 rows', perSecond: 1_000 / p50, p50, p99, beside: '', ratio: 1 });
    expect(p50).toBeLessThan(1_000);
  });

  it('prints what it found', async () => {
    const memory = await Promise.all(
      Object.entries(processes).map(async ([name, { pid }]) => {
        const status = await fs.readFile(`/proc/${pid}/status`, 'utf8');
        return { process: name, 'resident MB': Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1_024 };
      }),
    );
    console.log(`${table(rows)}\n\n${table(memory)}`);
    const folder = path.join(root, 'dist/bench');
    await fs.mkdir(folder, { recursive: true });
    await fs.writeFile(
      path.join(folder, `reading-${ARTICLES}.json`),
      JSON.stringify({ ARTICLES, rows, memory }, null, 2),
    );
  });
});
