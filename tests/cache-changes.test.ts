import { setTimeout as pause } from 'node:timers/promises';
import { body, figure, unique, writers } from './helpers/content';
import { documentsOf } from './helpers/documents';
import { changes, eventually, readMetrics, get, hits, keep, METRICS_TOKEN, ready } from './helpers/cache';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { cleanUp, startSecondNode } from './helpers/newsroom-process';
import { signIn, type Session } from './helpers/sign-in';

const ARTICLE = 'plugin::newsroom.article';

describe('the response cache on two nodes', () => {
  let newsroom: Newsroom;
  let other: { url: string };
  let lan: Session;
  let write: ReturnType<typeof writers>;
  const made: Record<string, { documentId: string; id?: unknown }> = {};

  const read = async (node: { url: string }, what: string) =>
    (await get(`${node.url}/api/portal/v1${what}`)).body.toString();
  const documents = (uid: string) => documentsOf(newsroom.strapi)(uid);
  const update = (uid: string, name: string, data: object, also = {}) =>
    documents(uid).update({ documentId: made[name]!.documentId, data, ...also });

  beforeAll(async () => {
    process.env.METRICS_TOKEN = METRICS_TOKEN;
    newsroom = await startNewsroom();
    other = await startSecondNode();
    lan = await signIn(newsroom, 'strapi-super-admin', 'lan@example.vn');
    write = writers(newsroom.strapi);
    made.photo = await write.picture();
    made.category = await write.category({ slug: 'muc', name: 'Mục cũ' });
    made.agency = await write.agency({ slug: 'so', name: 'Sở cũ' });
    made.official = await write.official({ slug: 'an', name: 'Nguyễn Văn An' });
    made.position = await write.position({ title: 'Chủ tịch', agency: made.agency.documentId, rank: 1 });
    made.article = await write.article({
      slug: 'bai',
      title: 'Bài đầu',
      category: made.category.documentId,
      officials: [made.official.documentId],
      cover: made.photo.id,
    });
    made.redirect = await write.redirect({ from: '/trang-cu', to: '/tin-tuc/bai' });
    made.taken = await write.article({ slug: 'rut', title: 'Bài sẽ rút' });
    await write.article({ title: 'Bài mới nhất' });
    made.list = await write.latestNewsList({ slug: 'ghim', name: 'Danh sách cũ' });
    await Promise.all([ready(newsroom), ready(other)]);
  });
  afterAll(async () => {
    delete process.env.METRICS_TOKEN;
    await cleanUp();
    await newsroom.stop();
  });

  /** A change, the path that shows it, the text that the path has only after it, and how to make the change. */
  const CASES: [string, string, RegExp, () => Promise<unknown>][] = [
    ['an article is published', '/latest-news', /Bài thêm/, async () => write.article({ title: 'Bài thêm' })],
    [
      'an article is changed and published again',
      '/articles/bai',
      /Bài đầu, đã sửa/,
      async () => update(ARTICLE, 'article', { title: 'Bài đầu, đã sửa' }, { locale: 'vi', status: 'published' }),
    ],
    [
      'an article is withdrawn at the desk',
      '/articles/rut',
      /Số liệu sai/,
      async () =>
        lan.ask('POST', `/publishing-desk/articles/${made.taken!.documentId}/withdraw?locale=vi`, {
          outcome: 'notice',
          reason: 'Số liệu sai.',
        }),
    ],
    [
      'an article is unpublished',
      '/articles?limit=50',
      /^(?!.*Bài thêm)/,
      async () => {
        const [row] = await newsroom.sql(`SELECT document_id FROM articles WHERE title = 'Bài thêm'`);
        const documentId = String(row!.document_id);
        await lan.ask(
          'POST',
          `/content-manager/collection-types/${ARTICLE}/${documentId}/actions/unpublish?locale=vi`,
          {},
        );
      },
    ],
    [
      'a category is renamed',
      '/categories',
      /Mục mới/,
      async () => update('plugin::newsroom.category', 'category', { name: 'Mục mới' }),
    ],
    [
      'an agency is renamed',
      '/agencies',
      /Sở mới/,
      async () => update('plugin::directory.agency', 'agency', { name: 'Sở mới' }),
    ],
    [
      'an official is appointed',
      '/articles/bai',
      /Chủ tịch/,
      async () =>
        write.appointment({
          official: made.official!.documentId,
          position: made.position!.documentId,
          kind: 'full',
          from: '2001-01-01',
        }),
    ],
    [
      'a picture is described',
      '/articles/bai',
      /Cầu Hàm Rồng/,
      async () =>
        lan.ask(
          'POST',
          `/upload?id=${String(made.photo!.id)}`,
          { fileInfo: { alternativeText: 'Cầu Hàm Rồng' } },
          { 'X-Desk-Reason': 'mo-ta' },
        ),
    ],
    [
      'a redirect becomes gone',
      '/resolve?url=/trang-cu',
      /"gone"/,
      async () => update('plugin::newsroom.redirect', 'redirect', { outcome: 'gone' }),
    ],
    [
      'an article is pinned',
      '/latest-news/ghim',
      /^\{"data":\[\{[^{]*"slug":"bai"/,
      async () => {
        await write.pin({ list: made.list!.documentId, article: made.article!.documentId, place: 1 });
      },
    ],
    [
      'a list is renamed',
      '/latest-news/ghim',
      /Danh sách mới/,
      async () => update('plugin::newsroom.latest-news-list', 'list', { name: 'Danh sách mới' }, { locale: 'vi' }),
    ],
    ['a table is truncated', '/categories', /^\{"data":\[\]/, async () => newsroom.sql('TRUNCATE categories CASCADE')],
  ];

  it.each(CASES)('is invalidated when %s, on this node at once and on another soon', async (_, what, seen, act) => {
    for (const node of [newsroom, other]) {
      await keep(node, what);
      expect(await read(node, what)).not.toMatch(seen);
    }
    await act();
    expect(await read(newsroom, what)).toMatch(seen);
    await eventually(
      () => read(other, what),
      (text) => seen.test(text),
    );
    // The old answer is never served again.
    for (let count = 0; count < 10; count += 1) {
      expect(await read(other, what)).toMatch(seen);
      expect(await read(newsroom, what)).toMatch(seen);
    }
  });

  it('serves the same bytes on both', async () => {
    for (const what of ['/latest-news', '/articles/bai', '/agencies', '/officials']) {
      for (const encoding of ['identity', 'gzip', 'br']) {
        const answers = await Promise.all(
          [newsroom, other].map(({ url }) => get(`${url}/api/portal/v1${what}`, { 'Accept-Encoding': encoding })),
        );
        expect(answers[0]!.body.equals(answers[1]!.body)).toBe(true);
        expect(answers[0]!.headers.etag).toBe(answers[1]!.headers.etag);
      }
    }
  });

  it('is not invalidated by changes of drafts', async () => {
    const photo = await write.picture();
    // The upload notifies, and so did the writes before it.
    await newsroom.sql('SELECT');
    await read(newsroom, '/latest-news');
    const before = await readMetrics(newsroom);
    const { documentId } = await write.draft({
      cover: photo.id,
      attachments: [photo.id],
      officials: [made.official!.documentId],
      agencies: [made.agency!.documentId],
      agency: made.agency!.documentId,
      body: body(figure(photo.documentId)),
    });
    const draft = { documentId, locale: 'vi' };
    await documents(ARTICLE).update({ ...draft, data: { title: unique('Nháp'), officials: [], cover: null } });
    await documents(ARTICLE).update({ ...draft, locale: 'en', data: { title: unique('Draft') } });
    await update(ARTICLE, 'article', { summary: 'Chưa đăng.', agencies: [made.agency!.documentId] }, { locale: 'vi' });
    const saved = await lan.ask('PUT', `/content-manager/collection-types/${ARTICLE}/${documentId}?locale=vi`, {
      title: unique('Nháp'),
    });
    expect(saved.status).toBe(200);
    await newsroom.strapi.documents(ARTICLE).discardDraft({ documentId: made.article!.documentId, locale: 'vi' });
    await newsroom.strapi.documents(ARTICLE).delete({ documentId });
    await pause(100);
    const after = await readMetrics(newsroom);
    expect(after(changes)).toBe(before(changes));
    await read(newsroom, '/latest-news');
    expect((await readMetrics(newsroom))(hits)).toBeGreaterThan(after(hits));
  });
});
