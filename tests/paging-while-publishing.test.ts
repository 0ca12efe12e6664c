import { articleCards } from '../src/contract';
import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const ARTICLE = 'plugin::newsroom.article';
const COUNT = 30;

describe('paging through articles while editors publish', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  const stable: string[] = [];
  const restless: string[] = [];

  const day = (index: number) => new Date(Date.UTC(2021, 0, 1 + index)).toISOString();

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    // Three articles share each instant, so that pages end within ties.
    for (let index = 0; index < COUNT; index += 1) {
      const { documentId } = await write.article({ publishedOn: day(Math.floor(index / 3)) });
      (index % 2 === 0 ? stable : restless).push(documentId);
    }
  });
  afterAll(() => newsroom.stop());

  /** Hides, shows, republishes and adds, one after the other. */
  async function publish(writes: number): Promise<void> {
    const documents = newsroom.strapi.documents(ARTICLE);
    for (let turn = 0; turn < writes; turn += 1) {
      const documentId = restless[turn % restless.length]!;
      if (turn % 4 === 0) await documents.unpublish({ documentId, locale: 'vi' });
      if (turn % 4 === 1) await documents.publish({ documentId, locale: 'vi' });
      if (turn % 4 === 2) await documents.publish({ documentId: stable[turn % stable.length]!, locale: 'vi' });
      if (turn % 4 === 3) await write.article({ publishedOn: day(turn % 10) });
    }
  }

  async function readAll(): Promise<string[]> {
    const ids: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
      const answer = await fetch(`${newsroom.url}/api/portal/v1/articles?limit=2${query}`);
      const { data, meta } = articleCards.parse(await answer.json());
      ids.push(...data.map(({ id }) => id));
      cursor = meta.nextCursor;
    }
    return ids;
  }

  it('repeats no article, and skips none that existed throughout', async () => {
    let isOver = false;
    const publishing = publish(40).finally(() => {
      isOver = true;
    });
    for (let round = 0; round < 3 || !isOver; round += 1) {
      const ids = await readAll();
      expect(new Set(ids).size).toBe(ids.length);
      expect(stable.filter((id) => !ids.includes(id))).toEqual([]);
    }
    await publishing;
  });
});
