import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const ARTICLE = 'plugin::newsroom.article';
const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
const published = { publishedOn: hours(-9) };
const withdrawn = { ...published, withdrawnOn: hours(-1), withdrawalReason: 'Lý do.' };

/** The rows of the contract's "What is visible": what an article's own address answers, and whether lists show it. */
const STATES = [
  { state: 'draft', data: null, status: 404, listed: false, resolved: null },
  { state: 'embargoed', data: { publishedOn: hours(5) }, status: 404, listed: false, resolved: null },
  { state: 'visible', data: published, status: 200, listed: true, resolved: 'current' },
  { state: 'expiring', data: { ...published, expiresOn: hours(5) }, status: 200, listed: true, resolved: 'current' },
  { state: 'expired', data: { ...published, expiresOn: hours(-1) }, status: 410, listed: false, resolved: 'gone' },
  {
    state: 'notice',
    data: { ...withdrawn, withdrawalOutcome: 'notice' },
    status: 200,
    listed: false,
    resolved: 'current',
  },
  {
    state: 'bare',
    data: { ...withdrawn, withdrawalOutcome: 'notice-without-body' },
    status: 200,
    listed: false,
    resolved: 'current',
  },
  {
    state: 'withdrawn',
    data: { ...withdrawn, withdrawalOutcome: 'gone' },
    status: 410,
    listed: false,
    resolved: 'gone',
  },
  {
    state: 'moved',
    data: { ...withdrawn, withdrawalOutcome: 'moved', movedTo: 'heir' },
    status: 301,
    listed: false,
    resolved: 'moved',
  },
  { state: 'unpublished', data: published, then: 'unpublish', status: 410, listed: false, resolved: 'gone' },
  { state: 'deleted', data: published, then: 'delete', status: 410, listed: false, resolved: 'gone' },
  { state: 'renamed', data: published, then: 'rename', status: 301, listed: true, resolved: 'moved' },
] as const;

describe.each(['vi', 'en'])('an article in the language %s', (locale) => {
  let newsroom: Newsroom;
  let other: string;
  const ids = new Map<string, string>();

  const get = (path: string) =>
    fetch(`${newsroom.url}/api/portal/v1${path}${path.includes('?') ? '&' : '?'}locale=${locale}`, {
      redirect: 'manual',
    });
  const documents = () => newsroom.strapi.documents(ARTICLE);

  async function bring(state: string, about: object, data: object | null, then?: string) {
    const elsewhere = { title: 'Ngôn ngữ khác', slug: `khac-${state}` };
    const { documentId } = await documents().create({ locale: other, status: 'published', data: elsewhere as never });
    ids.set(state, documentId);
    const own = { title: state, slug: state, ...about, ...data };
    await documents().update({ documentId, locale, data: own as never });
    if (data) await documents().publish({ documentId, locale });
    if (then === 'unpublish') await documents().unpublish({ documentId, locale });
    if (then === 'delete') await documents().delete({ documentId, locale });
    if (then === 'rename') {
      await documents().update({ documentId, locale, data: { slug: `${state}-2` } as never });
      await documents().publish({ documentId, locale });
    }
  }

  beforeAll(async () => {
    newsroom = await startNewsroom();
    other = locale === 'vi' ? 'en' : 'vi';
    const write = writers(newsroom.strapi);
    const [category, agency, official] = await Promise.all([
      write.category({ slug: 'muc' }),
      write.agency({ slug: 'co-quan' }),
      write.official({ slug: 'can-bo' }),
    ]);
    const about = {
      category: category.documentId,
      agency: agency.documentId,
      agencies: [agency.documentId],
      officials: [official.documentId],
    };
    await bring('heir', about, published);
    for (const { state, data, ...rest } of STATES)
      await bring(state, about, data, 'then' in rest ? rest.then : undefined);
  });
  afterAll(() => newsroom.stop());

  it.each(STATES)('has the status of its state at its address: $state is $status', async ({ state, status }) => {
    const answer = await get(`/articles/${state}`);
    expect(answer.status).toBe(status);
    expect((await get(`/articles/${state}/neighbours`)).status).toBe(status);
    const { data } = (await answer.json()) as { data: { withdrawal?: object; html?: string } | null };
    if (state === 'notice') expect(data!.withdrawal).toMatchObject({ reason: 'Lý do.' });
    if (state === 'bare') expect(data).toMatchObject({ withdrawal: { reason: 'Lý do.' }, html: '', body: [] });
    if (state === 'visible') expect(data!.withdrawal).toBeNull();
  });

  it.each(STATES)('resolves by its state: $state', async ({ state, resolved }) => {
    const answer = await get(`/resolve?url=${locale === 'vi' ? '' : '/en'}/tin-tuc/${state}`);
    const { data } = (await answer.json()) as { data: { outcome: string } | null };
    expect(data?.outcome ?? null).toBe(resolved);
  });

  const listed = () => STATES.filter((row) => row.listed).map(({ state }) => ids.get(state)!);
  it.each([
    ['/articles', (answer: { data: Card[] }) => answer.data],
    ['/articles?category=muc', (answer: { data: Card[] }) => answer.data],
    ['/articles?agency=co-quan', (answer: { data: Card[] }) => answer.data],
    ['/articles?mentions=co-quan', (answer: { data: Card[] }) => answer.data],
    ['/articles?official=can-bo', (answer: { data: Card[] }) => answer.data],
    ['/latest-news', (answer: { data: Card[] }) => answer.data],
    ['/agencies/co-quan', (answer: { data: { latest: Card[] } }) => answer.data.latest],
    ['/officials/can-bo', (answer: { data: { latest: Card[] } }) => answer.data.latest],
    [
      '/articles/notice/neighbours',
      (answer: { data: Record<'newer' | 'older', Card[]> }) => [...answer.data.newer, ...answer.data.older],
    ],
  ] as [string, (answer: never) => Card[]][])('stands in %s only while it is visible', async (path, cardsOf) => {
    const cards = cardsOf((await (await get(path)).json()) as never);
    const own = cards.map(({ id }) => id);
    expect(new Set(own)).toEqual(new Set([ids.get('heir'), ...listed()]));
    expect(cards.find(({ id }) => id === ids.get('renamed'))).toMatchObject({ slug: 'renamed-2', locale });
  });

  it('is linked from its other language only while it is visible', async () => {
    for (const { state, status } of STATES) {
      const answer = await fetch(`${newsroom.url}/api/portal/v1/articles/khac-${state}?locale=${other}`);
      const { data } = (await answer.json()) as { data: { availableLocales: { locale: string; slug: string }[] } };
      const here = data.availableLocales.find((one) => one.locale === locale);
      const readable = status === 200 || state === 'renamed';
      expect([state, here?.slug]).toEqual([state, readable ? (state === 'renamed' ? 'renamed-2' : state) : undefined]);
    }
  });
});

type Card = { id: string; slug: string; locale: string };
