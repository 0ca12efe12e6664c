import { articleCards } from '../src/contract';
import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

describe('/articles', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  const get = (path: string, init?: RequestInit) => fetch(`${newsroom.url}/api/portal/v1${path}`, init);
  const list = async (query: string) => {
    const answer = await get(`/articles?${query}`);
    expect([query, answer.status]).toEqual([query, 200]);
    return articleCards.parse(await answer.json());
  };
  const titles = async (query: string) => (await list(query)).data.map((card) => card.title);

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    const parent = await write.category({ slug: 'kinh-te', name: 'Kinh tế', nameEn: 'Economy' });
    const child = await write.category({ slug: 'cong-nghiep', parent: parent.documentId });
    const old = await write.agency({ slug: 'so-cu' });
    const owner = await write.agency({ slug: 'so-moi' });
    await write.succession({
      predecessor: old.documentId,
      successor: owner.documentId,
      part: 'full',
      on: '2025-03-01',
    });
    const official = await write.official({ slug: 'can-bo' });

    const on = (time: string) => new Date(`2021-02-${time}+07:00`).toISOString();
    await write.article({ title: 'A', publishedOn: on('19T17:17:00'), category: parent.documentId });
    await write.article({
      title: 'B',
      publishedOn: on('20T00:00:00'),
      category: child.documentId,
      agency: owner.documentId,
    });
    await write.article({ title: 'C', publishedOn: on('20T23:59:59'), agency: old.documentId });
    await write.article({
      title: 'D',
      publishedOn: on('21T00:00:00'),
      agencies: [owner.documentId],
      officials: [official.documentId],
    });
    for (const title of ['E', 'F', 'G', 'H']) await write.article({ title, publishedOn: on('22T08:00:00') });
  });
  afterAll(() => newsroom.stop());

  it('lists cards, newest first', async () => {
    const { data, meta } = await list('limit=50');
    expect(data.map((card) => card.title).slice(4)).toEqual(['D', 'C', 'B', 'A']);
    const ties = data.slice(0, 4);
    expect(ties.map((card) => card.title).sort()).toEqual(['E', 'F', 'G', 'H']);
    expect(ties.map((card) => card.id)).toEqual(
      ties
        .map((card) => card.id)
        .sort()
        .reverse(),
    );
    expect(data.at(-1)).toMatchObject({
      publishedOn: '2021-02-19T17:17:00+07:00',
      display: { dateLine: 'Đăng ngày 19 - 02 - 2021', dateTime: '19/02/2021 5:17 CH' },
      category: { slug: 'kinh-te', name: 'Kinh tế' },
      image: null,
    });
    expect(meta.nextCursor).toBeNull();
  });

  it('pages by cursor through ties without repeating or skipping', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(`limit=3${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...page.data.map((card) => card.title));
      cursor = page.meta.nextCursor;
    } while (cursor);
    expect([...seen].sort()).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']);
    expect(seen).toEqual(await titles('limit=50'));
  });

  it.each([
    ['category=kinh-te', ['B', 'A']],
    ['category=cong-nghiep', ['B']],
    ['category=khong-co', []],
    ['agency=so-moi', ['B']],
    ['agency=so-moi&includePredecessors=true', ['C', 'B']],
    ['mentions=so-moi', ['D']],
    ['official=can-bo', ['D']],
    ['from=2021-02-20&to=2021-02-20', ['C', 'B']],
    ['to=2021-02-19', ['A']],
    ['from=2021-02-21&to=2021-02-21', ['D']],
    ['locale=en', []],
  ])('filters by %s', async (query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });

  it.each([
    'limit=0',
    'limit=51',
    'limit=1e1',
    'limit=-1',
    'limit=',
    'limit=3&limit=4',
    'limit[]=3',
    'from=2026-02-30',
    'from=infinity',
    'to=275760-09-13',
    'category=%00',
    'category=%ff',
    'category=',
    'locale=xx',
    'locale=VI',
    'includePredecessors=1',
    'cursor=abc',
    'cursor=%3Cscript%3E',
    'unknown=1',
    '%3Cscript%3E=1',
    'Limit=3',
  ])('refuses %s and names the accepted form, without echoing it', async (query) => {
    const answer = await get(`/articles?${query}`);
    const { data, error } = (await answer.json()) as { data: null; error: { status: number; message: string } };
    expect([answer.status, data, error.status]).toEqual([400, null, 400]);
    expect(error.message).toMatch(/^(Tham số|Có tham số).*(chấp nhận: .{5}|một lần|nextCursor|ví dụ vi)/);
    expect(error.message).not.toContain('undefined');
    expect(error.message).not.toContain('<');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('refuses a cursor that was tampered with, cut short, or made for another list', async () => {
    const { nextCursor } = (await list('limit=3')).meta;
    const [payload, signature] = nextCursor!.split('.');
    const forged = Buffer.from(JSON.stringify(['2030-01-01', 'x'])).toString('base64url');
    for (const query of [
      `cursor=${forged}.${signature}`,
      `cursor=${payload}`,
      `cursor=${nextCursor}x`,
      `cursor=${nextCursor}&category=kinh-te`,
    ]) {
      expect([query, (await get(`/articles?${query}`)).status]).toEqual([query, 400]);
    }
  });

  it('goes on by a cursor under any name of the same thing, also when it is renamed meanwhile', async () => {
    const category = await write.category({ slug: 'trang-cu' });
    const other = await write.category({ slug: 'trang-khac' });
    for (const day of [1, 2, 3, 4, 5, 6]) {
      const publishedOn = `2019-01-0${day}T00:00:00Z`;
      await write.article({ title: `T${day}`, publishedOn, category: category.documentId });
    }
    const rename = (from: string, to: string) =>
      newsroom.sql('UPDATE categories SET slug = $2 WHERE slug = $1', [from, to]);
    const next = async (name: string, cursor = '') => {
      const { data, meta } = await list(`category=${name}&limit=1${cursor && `&cursor=${cursor}`}`);
      return { title: data[0]?.title, cursor: meta.nextCursor ?? '' };
    };
    await rename('trang-cu', 'trang-moi');
    const first = await next('trang-cu');
    const second = await next(category.documentId, first.cursor);
    const third = await next('trang-moi', second.cursor);
    for (const query of [
      `category=trang-khac`,
      `category=${other.documentId}`,
      'category=khong-co',
      'agency=trang-moi',
    ]) {
      expect([query, (await get(`/articles?${query}&cursor=${third.cursor}`)).status]).toEqual([query, 400]);
    }
    const [payload, byId, asAsked] = third.cursor.split('.');
    for (const forged of [`${payload}.${asAsked}`, `${payload}.${byId}`, `${payload}.x${byId}.${asAsked}`]) {
      expect((await get(`/articles?category=trang-moi&cursor=${forged}`)).status).toBe(400);
    }
    await rename('trang-moi', 'trang-moi-nua');
    const fourth = await next('trang-moi-nua', third.cursor);
    const fifth = await next('trang-cu', fourth.cursor);
    expect([first, second, third, fourth, fifth].map(({ title }) => title)).toEqual(['T6', 'T5', 'T4', 'T3', 'T2']);
  });

  it('takes the present slug, a former one or the document id of a filter, and names the present one', async () => {
    const category = await write.category({ slug: 'chuyen-muc-ten-cu' });
    const agency = await write.agency({ slug: 'so-ten-cu' });
    const official = await write.official({ slug: 'can-bo-ten-cu' });
    await write.article({
      title: 'I',
      publishedOn: new Date('2020-01-01T08:00:00+07:00').toISOString(),
      category: category.documentId,
      agency: agency.documentId,
      agencies: [agency.documentId],
      officials: [official.documentId],
    });
    await newsroom.sql(`UPDATE categories SET slug = 'chuyen-muc-ten-moi' WHERE slug = 'chuyen-muc-ten-cu'`);
    await newsroom.sql(`UPDATE agencies SET slug = 'so-ten-moi' WHERE slug = 'so-ten-cu'`);
    await newsroom.sql(`UPDATE officials SET slug = 'can-bo-ten-moi' WHERE slug = 'can-bo-ten-cu'`);

    for (const [filter, stem, id] of [
      ['category', 'chuyen-muc', category.documentId],
      ['agency', 'so', agency.documentId],
      ['mentions', 'so', agency.documentId],
      ['official', 'can-bo', official.documentId],
    ] as const) {
      for (const name of [`${stem}-ten-moi`, `${stem}-ten-cu`, id]) {
        const { data, meta } = await list(`${filter}=${name}`);
        expect([filter, name, data.map(({ title }) => title), meta.filters]).toEqual([
          filter,
          name,
          ['I'],
          { [filter]: `${stem}-ten-moi` },
        ]);
      }
    }
    const both = `category=${category.documentId}&agency=so-ten-cu&includePredecessors=true`;
    const { data, meta } = await list(both);
    expect(data.map(({ title }) => title)).toEqual(['I']);
    expect(meta.filters).toEqual({ category: 'chuyen-muc-ten-moi', agency: 'so-ten-moi' });
  });

  it('lists nothing for a name that nothing ever had, or whose document is gone', async () => {
    await write.category({ slug: 'chuyen-muc-da-xoa' });
    await newsroom.sql(`DELETE FROM categories WHERE slug = 'chuyen-muc-da-xoa'`);
    for (const name of ['chua-bao-gio-co', 'chuyen-muc-da-xoa']) {
      const { data, meta } = await list(`category=${name}`);
      expect([name, data, meta.filters]).toEqual([name, [], { category: null }]);
    }
    expect((await list('limit=1')).meta.filters).toEqual({});
  });

  it('gives a slug to who has it now, before who left it', async () => {
    const former = await write.category({ slug: 'ten-duoc-dung-lai' });
    await newsroom.sql(`UPDATE categories SET slug = 'ten-khac' WHERE document_id = '${former.documentId}'`);
    expect((await list('category=ten-duoc-dung-lai')).meta.filters).toEqual({ category: 'ten-khac' });
    await write.category({ slug: 'ten-duoc-dung-lai' });
    expect((await list('category=ten-duoc-dung-lai')).meta.filters).toEqual({ category: 'ten-duoc-dung-lai' });
  });

  it('sends a strong ETag of its bytes, and 304 to a matching If-None-Match', async () => {
    const first = await get('/articles');
    const etag = first.headers.get('etag')!;
    expect(etag).toMatch(/^"[\w-]{20,}"$/);
    const again = await get('/articles', { headers: { 'If-None-Match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const other = await get('/articles?limit=1', { headers: { 'If-None-Match': etag } });
    expect(other.status).toBe(200);
  });

  it('answers HEAD like GET, without the body', async () => {
    const [get_, head] = await Promise.all([get('/articles'), get('/articles', { method: 'HEAD' })]);
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, get_.headers.get('etag'), '']);
    expect(head.headers.get('content-length')).toBe(get_.headers.get('content-length'));
  });
});
