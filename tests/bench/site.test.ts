import fs from 'node:fs/promises';
import path from 'node:path';
import { root } from '../helpers/newsroom-process';
import { Comparison } from './reading/comparison';
import { setStage, type Stage } from './reading/stage';
import { table } from './table';

const ARTICLES = Number(process.env.BENCH_ARTICLES ?? 300);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 0.3);

const CONTRACT = '/api/portal/v1';

/** The limits hold in a run of the usual size; a small one only has to work. */
const atLeast = ARTICLES >= 10_000 ? { hot: 0.7, cold: 0.5, answer: 0.85 } : { hot: 0.2, cold: 0.1, answer: 0.2 };

/** Of ten kilobytes, or a little more. */
const ANSWER = `${CONTRACT}/articles?limit=16`;

/** A page, and the answers of the contract that it is made of. */
type Place = { page: string; answers: string[] };

/**
 * The portal's pages, alternating in one run: from the cache beside a bare Node server that sends the same bytes, and
 * without it beside the contract's answers that the page is made of, one after the other. Times in milliseconds.
 */
describe(`pages over ${ARTICLES} articles`, () => {
  let stage: Stage;
  let places: Record<string, Place>;
  const comparison = new Comparison(SECONDS);

  beforeAll(async () => {
    stage = await setStage();
    await stage.growTo(ARTICLES);
    const answer = await fetch(`${stage.at.cold}${CONTRACT}/articles?limit=1`);
    const { data } = (await answer.json()) as { data: { slug: string }[] };
    const { slug } = data[0]!;
    places = {
      home: { page: '/', answers: [`${CONTRACT}/latest-news`, `${CONTRACT}/articles?limit=20`] },
      article: {
        page: `/tin-tuc/${slug}`,
        answers: [
          `${CONTRACT}/articles/${slug}`,
          `${CONTRACT}/articles/${slug}/neighbours`,
          `${CONTRACT}/latest-news`,
          `${CONTRACT}/categories`,
        ],
      },
      agency: { page: '/co-quan/co-quan-7', answers: [`${CONTRACT}/agencies/co-quan-7`] },
    };
  }, 3_600_000);
  afterAll(async () => {
    console.log(table(comparison.rows));
    const folder = path.join(root, 'dist/bench');
    await fs.mkdir(folder, { recursive: true });
    await fs.writeFile(path.join(folder, `site-${ARTICLES}.json`), JSON.stringify(comparison.rows, null, 2));
    await stage.stop();
  });

  it.each(['home', 'article', 'agency'])(
    '%s comes from the cache nearly as fast as from a bare server',
    async (name) => {
      const url = stage.at.hot + places[name]!.page;
      const ratio = await comparison.beside(`${name}, hot`, url, ['bare Node', await stage.serveBytesOf(url)], 32);
      expect(ratio).toBeGreaterThanOrEqual(atLeast.hot);
    },
    3_600_000,
  );

  it('an answer of ten kilobytes comes from the cache nearly as fast as from a bare server', async () => {
    const url = stage.at.hot + ANSWER;
    const { length } = Buffer.from(await (await fetch(url)).arrayBuffer());
    const bare = (await stage.serveBytesOf(url)) + new URL(url).search;
    const ratio = await comparison.beside(`an answer of ${length} bytes, hot`, url, ['bare Node', bare], 32, 7);
    expect(ratio).toBeGreaterThanOrEqual(atLeast.answer);
  }, 3_600_000);

  it.each(['home', 'article', 'agency'])(
    '%s takes at most twice as long as its answers',
    async (name) => {
      const { page, answers } = places[name]!;
      const { cold } = stage.at;
      const others = answers.map((answer) => cold + answer);
      const ratio = await comparison.beside(`${name}, cold`, cold + page, ['its answers', others]);
      expect(ratio).toBeGreaterThanOrEqual(atLeast.cold);
    },
    3_600_000,
  );
});
