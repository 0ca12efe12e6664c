import { performance } from 'node:perf_hooks';
import type { SearchResults } from '../src/contract';
import { unique, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { cleanUp, startSecondNode } from './helpers/newsroom-process';

const ROUNDS = 10;
/** Milliseconds within which the other node follows, on a machine that does other work as well. */
const MOST = 5_000;

describe('search on two nodes', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let urls: string[];

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    const other = await startSecondNode({ NODE_ENV: 'production' });
    urls = [newsroom.url, other.url];
  });
  afterAll(async () => {
    await cleanUp();
    await newsroom.stop();
  });

  const read = async (url: string, q: string) => {
    const answer = await fetch(`${url}/api/portal/v1/search?q=${encodeURIComponent(q)}`);
    return { bytes: await answer.clone().text(), results: (await answer.json()) as SearchResults };
  };

  /** Milliseconds until every node finds so many. */
  async function settled(q: string, count: number): Promise<number> {
    const from = performance.now();
    for (const url of urls) {
      while ((await read(url, q)).results.data.length !== count) {
        if (performance.now() - from > MOST) throw new Error(`${url} has not followed.`);
      }
    }
    return performance.now() - from;
  }

  it('finds what is published, and no more what is withdrawn, on both, whatever they have cached', async () => {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const title = unique('Khánh thành nhà máy số');
      const q = `"${title}"`;
      // Asked twice, an answer is cached.
      for (const url of [...urls, ...urls]) expect((await read(url, q)).results.data).toEqual([]);
      const { documentId } = await write.article({ title });
      times.push(await settled(q, 1));
      const [one, other] = await Promise.all(urls.map((url) => read(url, q)));
      expect(one!.bytes.replaceAll(/127\.0\.0\.1:\d+/g, '')).toBe(other!.bytes.replaceAll(/127\.0\.0\.1:\d+/g, ''));
      await newsroom.strapi.documents('plugin::newsroom.article').unpublish({ documentId, locale: 'vi' });
      times.push(await settled(q, 0));
    }
    expect(Math.max(...times)).toBeLessThan(MOST);
  });
});
