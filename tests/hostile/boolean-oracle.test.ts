import fc from 'fast-check';
import { cases, tell, timeFor } from './cases';
import { BASE, contractPaths } from './contract-paths';
import { canaryArticle, hiddenPicture, hideArticles, hours, type Hidden } from './hidden-content';
import { plainQuery } from './hostile-requests';
import { startVisibleNewsroom } from './newsroom-under-attack';
import { sendRaw, type RawAnswer } from './raw-request';

type Room = Awaited<ReturnType<typeof startVisibleNewsroom>>;

const BEFORE_AND_AFTER = cases(150, 0.1);
const COUNT = cases(120, 0.1);

/** What may tell one answer from another; the clock moves by itself. */
const visibleOf = ({ status, headers, body }: RawAnswer) => ({
  status,
  headers: { ...headers, date: undefined },
  body: body.toString('latin1'),
});

const NO_ARTICLES = 'khong-bai0';

/** Whoever asks must not learn from any difference whether something hidden is there, or what it holds. */
describe('what hidden rows change', () => {
  let room: Room;
  let hidden: Hidden;
  const before = new Map<string, ReturnType<typeof visibleOf>>();

  const get = async (path: string) =>
    visibleOf(await sendRaw(room.newsroom.url, { method: 'GET', target: BASE + path, headers: [] }));

  /** Paths that are asked before the hidden rows are written, and after. */
  function sampledPaths(): string[] {
    const nothing: Hidden = { never: ['khong-co'], gone: [], ids: [] };
    const known = { visible: room.visible, hidden: nothing, cursors: ['e30.x'] };
    const anyPath = fc.constantFrom(...contractPaths).chain((of) => {
      const slug = of.slug ? fc.constantFrom(...room.visible[of.slug]) : fc.constant('');
      return fc.tuple(slug, plainQuery(of, known)).map(([at, query]) => of.path.replace(':slug', at) + query);
    });
    return fc.sample(anyPath, { numRuns: BEFORE_AND_AFTER });
  }

  beforeAll(async () => {
    room = await startVisibleNewsroom();
    const { write, relations } = room;
    // Only hidden articles point at these three.
    const only = {
      category: (await write.category({ name: 'Chỉ bài ẩn', slug: 'chi-bai-an' })).documentId,
      agency: (await write.agency({ name: 'Chỉ bài ẩn', slug: 'chi-bai-an' })).documentId,
      official: (await write.official({ name: 'Chỉ bài ẩn', slug: 'chi-bai-an' })).documentId,
    };
    // Nothing points at these.
    for (const make of [write.category, write.agency, write.official])
      await make({ name: 'Không có bài', slug: NO_ARTICLES });
    for (const path of sampledPaths()) before.set(path, await get(path));

    const file = await hiddenPicture(write);
    const named = { agencies: [only.agency], officials: [only.official] };
    hidden = await hideArticles(write, file, relations);
    await hideArticles(write, file, { ...named, category: only.category, agency: only.agency });
    await write.draft({ ...canaryArticle(), ...named, publishedOn: hours(-48) });
  }, timeFor(BEFORE_AND_AFTER));
  afterAll(() => room.newsroom.stop());

  it(
    'is nothing, in any answer about what is visible',
    async () => {
      const statuses = new Set<number>();
      for (const [path, answer] of before) {
        expect([path, await get(path)]).toEqual([path, answer]);
        statuses.add(answer.status);
      }
      tell(`${before.size} different answers, the same before and after`);
      for (const status of [200, 301, 400]) expect([...statuses]).toContain(status);
    },
    timeFor(BEFORE_AND_AFTER),
  );

  it('is nothing under the address of what was never public', async () => {
    const absent = {
      article: await get('/articles/khong-bao-gio-co'),
      beside: await get('/articles/khong-co/neighbours'),
    };
    expect(absent.article.status).toBe(404);
    for (const slug of [...hidden.never, ...hidden.ids]) {
      expect(await get(`/articles/${slug}`)).toEqual(absent.article);
      expect(await get(`/articles/${slug}/neighbours`)).toEqual(absent.beside);
    }
    for (const slug of hidden.gone) {
      expect(await get(`/articles/${slug}/neighbours`)).toEqual(await get(`/articles/${slug}`));
    }
  });

  it(
    'is nothing for a filter that only hidden articles meet, beside one that none does',
    async () => {
      const filter = fc.constantFrom('category', 'agency', 'mentions', 'official');
      const ranges = ['from', 'to'].map((name) =>
        fc.constantFrom('', `&${name}=2000-01-01`, `&${name}=2999-12-31`, `&${name}=${hours(0).slice(0, 10)}`),
      );
      const more = fc.constantFrom('', '&limit=1', '&locale=en', '&limit=50&locale=vi');
      const alsoBy = fc.constantFrom('', '&category=tin-tuc', '&agency=so-tai-chinh', '&mentions=so-tai-chinh');
      await fc.assert(
        fc.asyncProperty(filter, fc.tuple(...ranges), more, alsoBy, async (name, days, rest, also) => {
          fc.pre(!also.startsWith(`&${name}=`));
          const query = days.join('') + rest + also;
          const answers = [];
          for (const slug of ['chi-bai-an', NO_ARTICLES]) {
            const { headers, body, ...answer } = await get(`/articles?${name}=${slug}${query}`);
            // Both are public, and named in `meta.filters`; their slugs are equally long.
            answers.push({ ...answer, headers: { ...headers, etag: undefined }, body: body.replace(slug, '') });
          }
          expect(answers[0]).toEqual(answers[1]);
          expect(answers[0]!.status).toBe(200);
        }),
        { numRuns: COUNT },
      );
    },
    timeFor(COUNT),
  );

  it('is nothing for days on which only hidden articles fall', async () => {
    const empty = await get('/articles?from=1901-01-01&to=1901-01-02');
    const tomorrow = new Date(Date.now() + 31 * 3_600_000).toISOString().slice(0, 10);
    expect(await get(`/articles?from=${tomorrow}`)).toEqual(empty);
    expect(await get('/articles?from=2999-01-01')).toEqual(empty);
  });
});
