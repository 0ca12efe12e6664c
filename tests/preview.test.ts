import { oneArticle } from '../src/contract';
import { body, figure, paragraph, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { ARTICLE, previewDesk, type PreviewDesk } from './helpers/previews';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';

const CONTRACT = '/api/portal/v1';

describe('a preview', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let desk: PreviewDesk;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    desk = await previewDesk(newsroom);
  });
  afterAll(() => newsroom.stop());

  describe('shows', () => {
    it('the present draft in the shape of an article, also when it is saved after the link was made', async () => {
      const { documentId } = await desk.draft('Bản lưu thứ nhất.');
      const token = await desk.linkTo(desk.reporter, documentId);
      expect(await desk.textOf(token)).toBe('Bản lưu thứ nhất.');
      const photo = await write.picture({ alternativeText: 'Cầu Hàm Rồng' });
      await desk.save(documentId, {
        body: body(paragraph('Bản lưu thứ hai.'), figure(photo.documentId, 'Chú thích.')),
      });
      const { data } = oneArticle.parse(await (await desk.redeem(token)).json());
      expect(data.text).toContain('Bản lưu thứ hai.');
      expect(data.agency!.name).toBe('Sở Tư pháp');
      expect(data.body.find(({ type }) => type === 'image')).toMatchObject({
        image: { url: expect.stringMatching(/^http.*\/uploads\//), caption: 'Chú thích.' },
      });
      expect(new Date(data.publishedOn).getTime()).toBeGreaterThan(Date.now() - 60_000);
    });

    it('a draft with hardly any field set', async () => {
      const { documentId } = await write.draft({ agency: desk.agency, title: 'Chỉ có tiêu đề', body: null });
      expect(await desk.textOf(await desk.linkTo(desk.reporter, documentId))).toBe('');
      await newsroom.sql('UPDATE articles SET title = NULL, slug = NULL WHERE document_id = $1', [documentId]);
      expect(await desk.textOf(await desk.linkTo(desk.reporter, documentId))).toBe('');
    });

    it('the draft, not the published row, in the language of the link', async () => {
      const { documentId } = await write.article({
        agency: desk.agency,
        slug: 'dang-dang',
        body: body(paragraph('Đang đăng.')),
      });
      await desk.save(documentId, { body: body(paragraph('Đang sửa.')) });
      await desk.save(
        documentId,
        { title: 'In English', agency: desk.agency, body: body(paragraph('A draft.')) },
        'en',
      );
      expect(await desk.textOf(await desk.linkTo(desk.reporter, documentId))).toBe('Đang sửa.');
      const english = await desk.address(desk.reporter, documentId, { locale: 'en' });
      expect(english).toMatch(/^\/en\/xem-truoc\//);
      expect(await desk.textOf(english.split('/').at(-1)!)).toBe('A draft.');
    });

    it('the public page of a published article where that is requested, else the draft', async () => {
      const { documentId } = await write.article({ agency: desk.agency, slug: 'da-dang' });
      expect(await desk.address(desk.reporter, documentId, { status: 'published' })).toBe(
        'http://127.0.0.1:1337/tin-tuc/da-dang',
      );
      const ahead = await write.article({
        agency: desk.agency,
        publishedOn: new Date(Date.now() + 3_600_000).toISOString(),
      });
      expect(await desk.address(desk.reporter, ahead.documentId, { status: 'published' })).toMatch(/^\/xem-truoc\//);
    });

    it('the whole draft to a conditional request, never a 304; HEAD like GET', async () => {
      const token = await desk.linkTo(desk.reporter, (await desk.draft('Không lưu.')).documentId);
      expect((await desk.redeem(token, { headers: { 'If-None-Match': '*' } })).status).toBe(200);
      const head = await desk.redeem(token, { method: 'HEAD' });
      expect([head.status, head.headers.get('cache-control'), await head.text()]).toEqual([200, 'no-store', '']);
      const posted = await desk.redeem(token, { method: 'POST' });
      expect([posted.status, posted.headers.get('cache-control')]).toEqual([405, 'no-store']);
      const decorated = await desk.redeem(`${token}?utm_source=thu`);
      expect([decorated.status, decorated.headers.get('cache-control')]).toEqual([400, 'no-store']);
    });
  });

  describe('link is made', () => {
    it('only for people who may read the draft', async () => {
      const { documentId } = await desk.draft('Của Sở Tư pháp.');
      expect((await desk.askFor(desk.stranger, documentId)).status).toBe(403);
      const anonymous = await fetch(`${newsroom.url}/content-manager/preview/url/${ARTICLE}?documentId=${documentId}`);
      expect(anonymous.status).toBe(401);
      expect(await newsroom.sql('SELECT FROM desk.previews WHERE document_id = $1', [documentId])).toEqual([]);
    });

    it('by the service under the same permission', async () => {
      const { documentId } = await desk.draft('Của Sở Tư pháp.');
      const service = newsroom.strapi.plugin('publishing-desk').service('previews');
      const as = async ({ id }: Session) => {
        const user = await newsroom.strapi.db.query('admin::user').findOne({ where: { id }, populate: ['roles'] });
        const userAbility = await newsroom.strapi.service('admin::permission').engine.generateUserAbility(user);
        const state = { user, userAbility, auth: { strategy: { name: 'admin' } } };
        return newsroom.strapi.requestContext.run({ state } as never, () =>
          service.of(ARTICLE, { documentId, locale: 'vi' }),
        );
      };
      expect(await as(desk.reporter)).toEqual({ token: expect.any(String), locale: 'vi' });
      expect(await as(desk.stranger)).toBeUndefined();
      expect(await service.of(ARTICLE, { documentId, locale: 'vi' })).toBeUndefined();
    });

    it('for no other type and no missing draft', async () => {
      const superAdmin = await staff(newsroom, 'strapi-super-admin');
      const { documentId } = await desk.draft('Chỉ có tiếng Việt.');
      const category = await write.category();
      const asked = [
        desk.askFor(superAdmin, documentId, { locale: 'en' }),
        desk.askFor(superAdmin, documentId, { locale: 'fr' }),
        desk.askFor(superAdmin, 'khong-co'),
        desk.askFor(superAdmin, category.documentId, { type: 'plugin::newsroom.category', status: 'published' }),
      ];
      expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([204, 204, 204, 204]);
    });

    it('once for a person and a draft until half of its lifetime is over, with an audit row', async () => {
      const { documentId } = await desk.draft('Mở nhiều lần.');
      const token = await desk.linkTo(desk.reporter, documentId);
      expect(await desk.linkTo(desk.reporter, documentId)).toBe(token);
      const [said] = await newsroom.sql(
        `SELECT actor ->> 'id' AS who, after ->> 'locale' AS locale, locale AS own FROM desk.audit
          WHERE action = 'preview' AND document_id = $1`,
        [documentId],
      );
      expect(said).toEqual({ who: String(desk.reporter.id), locale: 'vi', own: null });
      await newsroom.sql(`UPDATE desk.previews SET expires_at = now() AT TIME ZONE 'UTC' + interval '11 hours'`);
      const next = await desk.linkTo(desk.reporter, documentId);
      expect(next).not.toBe(token);
      expect([await desk.textOf(token), await desk.textOf(next)]).toEqual(['Mở nhiều lần.', 'Mở nhiều lần.']);
    });
  });

  it('is in no public answer, before and after it was opened', async () => {
    const canary = 'chim-cut-4471';
    const category = await write.category();
    const official = await write.official();
    const { documentId } = await desk.draft(canary, {
      title: canary,
      slug: canary,
      summary: canary,
      category: category.documentId,
      agencies: [desk.agency],
      officials: [official.documentId],
      legacyUrl: `/cu/${canary}.aspx`,
    });
    const looked = async () => {
      const found: string[] = [];
      for (const path of [
        '/articles?limit=50',
        `/articles?category=${category.slug}`,
        `/articles/${canary}`,
        `/articles/${canary}/neighbours`,
        `/articles/${documentId}`,
        '/latest-news',
        '/categories',
        '/officials',
        `/officials/${official.slug}`,
        '/agencies',
        `/resolve?url=${canary}`,
        `/resolve?url=/cu/${canary}.aspx`,
        `/resolve?url=/tin-tuc/${canary}`,
      ]) {
        const answer = await fetch(newsroom.url + CONTRACT + path);
        const text = await answer.text();
        // No answer may repeat the request either.
        if (answer.status >= 500 || text.includes(canary)) found.push(`${answer.status} ${path}`);
      }
      return found;
    };
    expect(await looked()).toEqual([]);
    expect(await desk.textOf(await desk.linkTo(desk.reporter, documentId))).toBe(canary);
    expect(await looked()).toEqual([]);
  });

  it('is a page that is not cached, not indexed, and framed by the panel only', async () => {
    const shown = await fetch(
      newsroom.url + (await desk.address(desk.reporter, (await desk.draft('Trang.')).documentId)),
    );
    const html = await shown.text();
    const headers = (...names: string[]) => names.map((name) => shown.headers.get(name));
    expect([shown.status, ...headers('cache-control', 'referrer-policy', 'x-robots-tag', 'etag')]).toEqual([
      200,
      'no-store',
      'no-referrer',
      'noindex',
      null,
    ]);
    expect(headers('x-frame-options', 'content-security-policy')).toEqual([
      'SAMEORIGIN',
      expect.stringContaining(`frame-ancestors 'self'`),
    ]);
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    const panel = await fetch(`${newsroom.url}/admin`);
    expect(panel.headers.get('content-security-policy')).toContain(`frame-src 'self' http://127.0.0.1:1337`);
  });
});
