import type * as Vm from 'node:vm';
import { body, figure, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const MINUTES = 60_000;

/** Runs while the clock of the newsroom's process is wrong by so many milliseconds, and the database's is right. */
async function withClock<Result>(wrongBy: number, run: () => Promise<Result>): Promise<Result> {
  // The app is loaded outside Jest's context, which has a Date of its own.
  const outside = (requireApp('node:vm') as typeof Vm).runInThisContext('globalThis') as { Date: DateConstructor };
  const { Date: Right } = outside;
  outside.Date = new Proxy(Right, {
    construct: (target, given) => (given.length > 0 ? Reflect.construct(target, given) : new target(now())),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
  const now = () => Right.now() + wrongBy;
  try {
    return await run();
  } finally {
    outside.Date = Right;
  }
}

describe('a node whose clock is five minutes wrong', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let picture: { documentId: string; url: string };

  const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTES).toISOString();
  const text = async (path: string) => (await fetch(`${newsroom.url}${path}`)).text();

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    picture = (await write.picture()) as never;
    await write.article({ title: 'Bài vừa đăng', publishedOn: ago(1) });
    await write.article({ title: 'Bài hẹn giờ', publishedOn: ago(-3), body: body(figure(picture.documentId)) });
    await write.article({ title: 'Bài hết hạn', publishedOn: ago(9), expiresOn: ago(1) });
    await write.article({ title: 'Bài sắp hết hạn', publishedOn: ago(9), expiresOn: ago(-3) });
  });
  afterAll(() => newsroom.stop());

  it.each([
    ['slow', -5 * MINUTES],
    ['fast', 5 * MINUTES],
  ])('shows what is public by the database’s clock, when it is %s', async (_, wrongBy) => {
    await withClock(wrongBy, async () => {
      const clock = (requireApp('node:vm') as typeof Vm).runInThisContext('Date.now()') as number;
      expect(Math.round((clock - Date.now()) / MINUTES)).toBe(wrongBy / MINUTES);
      // Parameters that no answer is kept for yet.
      for (const path of [`/api/portal/v1/articles?limit=${wrongBy > 0 ? 40 : 30}`, '/api/portal/v1/latest-news']) {
        const shown = await text(path);
        expect(shown).toContain('Bài vừa đăng');
        expect(shown).toContain('Bài sắp hết hạn');
        expect(shown).not.toContain('Bài hẹn giờ');
        expect(shown).not.toContain('Bài hết hạn');
      }
      expect((await fetch(`${newsroom.url}${picture.url}`)).status).toBe(404);
    });
  });

  it('dates what is published without a day by the database’s clock, or not after it', async () => {
    const { slug } = await withClock(5 * MINUTES, () => write.article({ title: 'Bài không hẹn' }));
    expect((await fetch(`${newsroom.url}/api/portal/v1/articles/${slug}`)).status).toBe(200);
  });
});
