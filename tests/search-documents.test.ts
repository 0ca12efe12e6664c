import { searchResults } from '../src/contract';
import { portalDay } from '../src/vietnamese';
import { body, paragraph, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const ARTICLE = 'plugin::newsroom.article';
const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
const published = { publishedOn: hours(-9) };
const withdrawn = { ...published, withdrawnOn: hours(-1), withdrawalReason: 'Lý do.' };

type Maintenance = {
  fill(): Promise<void>;
  rebuild(onProgress: (type: string, done: number) => void): Promise<void>;
  verify(onProgress: (type: string, done: number) => void): Promise<string[]>;
};

describe('what is searched', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let canary = 0;

  const find = async (q: string, locale = 'vi') => {
    const answer = await fetch(`${newsroom.url}/api/portal/v1/search?q=${encodeURIComponent(q)}&locale=${locale}`);
    return searchResults.parse(await answer.json());
  };
  const slugs = async (q: string, locale?: string) =>
    (await find(q, locale)).data.map(({ card }) => ('slug' in card ? card.slug : ''));
  const suggested = async (q: string) => {
    const answer = await fetch(`${newsroom.url}/api/portal/v1/search/suggest?q=${encodeURIComponent(q)}`);
    return ((await answer.json()) as { data: unknown[] }).data;
  };
  const documents = () => newsroom.strapi.documents(ARTICLE);
  const maintenance = (): Maintenance => newsroom.strapi.plugin('portal-search').service('documents');
  const verify = () => maintenance().verify(() => undefined);

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
  });
  afterEach(async () => expect(await verify()).toEqual([]));
  afterAll(() => newsroom.stop());

  it.each([
    ['a draft', null, undefined, false],
    ['embargoed', { publishedOn: hours(5) }, undefined, false],
    ['visible', published, undefined, true],
    ['expiring', { ...published, expiresOn: hours(5) }, undefined, true],
    ['expired', { ...published, expiresOn: hours(-1) }, undefined, false],
    ['withdrawn with a notice', { ...withdrawn, withdrawalOutcome: 'notice' }, undefined, false],
    ['withdrawn without its body', { ...withdrawn, withdrawalOutcome: 'notice-without-body' }, undefined, false],
    ['withdrawn as gone', { ...withdrawn, withdrawalOutcome: 'gone' }, undefined, false],
    ['unpublished', published, 'unpublish', false],
    ['deleted', published, 'delete', false],
    ['published again under another slug', published, 'rename', true],
  ] as const)('is an article that is %s, only where it is visible', async (_, data, then, isFound) => {
    const letter = 'abcdefghijklm'[(canary += 1)]!;
    const word = `${letter.repeat(5)}zo`;
    const given = { title: `Bài ${word}`, slug: word, body: body(paragraph(`Thân ${word}.`)), ...data };
    const { documentId } = data ? await write.article(given) : await write.draft(given);
    if (then === 'unpublish') await documents().unpublish({ documentId, locale: 'vi' });
    if (then === 'delete') await documents().delete({ documentId, locale: 'vi' });
    if (then === 'rename') {
      await documents().update({ documentId, locale: 'vi', data: { slug: `${word}-2` } as never });
      await documents().publish({ documentId, locale: 'vi' });
    }
    const { data: hits, meta } = await find(word);
    expect([hits.length, meta.types.map(({ count }) => count), meta.suggestion]).toEqual(
      isFound ? [1, [1], null] : [0, [], null],
    );
    expect(await suggested(`bai ${word}`)).toHaveLength(isFound ? 1 : 0);
    // Nothing of it shows where its words are misspelt.
    const { data: similar, meta: nearest } = await find(letter + word);
    expect(JSON.stringify([similar, nearest]).includes(word)).toBe(isFound);
  });

  it('is a language of an article by itself', async () => {
    const { documentId } = await write.article({ title: 'Ngôn ngữ tiếng Việt', slug: 'tieng-viet' });
    await documents().update({
      ...{ documentId, locale: 'en', status: 'published' },
      data: { title: 'An English title', slug: 'english' } as never,
    });
    expect(await slugs('english title', 'en')).toEqual(['english']);
    expect(await slugs('english title')).toEqual([]);
    expect(await slugs('ngon ngu tieng viet', 'en')).toEqual([]);
  });

  it('follows a change of a draft at its publication, and at no other time', async () => {
    const { documentId } = await write.article({ title: 'Trước khi sửa', slug: 'sua' });
    await documents().update({ documentId, locale: 'vi', data: { title: 'Zebra sau khi sửa' } as never });
    expect(await slugs('zebra')).toEqual([]);
    await documents().publish({ documentId, locale: 'vi' });
    expect(await slugs('zebra')).toEqual(['sua']);
    expect(await slugs('"truoc khi sua"')).toEqual([]);
  });

  it('follows an agency’s names, present and former, and puts a closed one last', async () => {
    const { documentId } = await write.agency({
      name: 'Sở Thông tin',
      slug: 'so-thong-tin',
      nameEn: 'Department Alpha',
    });
    await write.agency({ name: 'Phòng Thông tin', slug: 'phong-thong-tin' });
    expect(await slugs('department alpha', 'en')).toEqual(['so-thong-tin']);
    const period = await write.agencyPeriod({ agency: documentId, name: 'Ty Văn hóa cũ', to: '1990-12-31' });
    expect(await slugs('ty van hoa cu')).toEqual(['so-thong-tin']);
    await newsroom.strapi.documents('plugin::directory.agency-period').delete({ documentId: period.documentId });
    expect(await slugs('"ty van hoa cu"')).toEqual([]);
    expect((await slugs('so thong tin'))[0]).toBe('so-thong-tin');
    await newsroom.sql(`UPDATE agencies SET dissolved_on = '2020-01-01' WHERE slug = 'so-thong-tin'`);
    expect(await slugs('thong tin')).toEqual(['phong-thong-tin', 'so-thong-tin']);
  });

  describe('the posts of an official', () => {
    const day = (count: number) => portalDay(new Date(Date.now() + count * 86_400_000));
    const ids = {} as Record<'agency' | 'position' | 'present', string>;

    beforeAll(async () => {
      ids.agency = (await write.agency({ name: 'Sở Khoa học', shortName: 'SKH', slug: 'so-khoa-hoc' })).documentId;
      ids.position = (await write.position({ title: 'Giám đốc', agency: ids.agency, branch: 'state' })).documentId;
      const post = { position: ids.position };
      for (const [slug, held] of Object.entries({
        'truoc-day': { from: '2015-01-01', to: day(-20) },
        'hien-nay': { from: day(-19), to: day(4) },
        'sap-toi': { from: day(5), announcedOn: day(-1) },
      })) {
        const { documentId } = await write.official({ name: `Ông ${slug}`, slug });
        const held_by = await write.appointment({ official: documentId, ...post, ...held });
        if (slug === 'hien-nay') ids.present = held_by.documentId;
      }
    });

    const heldAt = (q: string, at: string) =>
      newsroom.sql(
        `SELECT official.slug, sum(one.points)::integer AS points
           FROM portal_search.candidates($1, '{}', '{}', ''':official''', newsroom.day_start($2::date), NULL, NULL, 10) AS one
           JOIN portal_search.documents known ON known.id = one.document JOIN officials official ON official.id = known.source_id
          GROUP BY official.slug ORDER BY 2 DESC, 1`,
        [q, at],
      );
    const officials = async (q: string) =>
      (await find(q)).data.flatMap(({ type, card }) => (type === 'official' ? [card.slug] : []));
    const slugsAt = async (q: string, at: string) => (await heldAt(q, at)).map(({ slug }) => slug);

    it('find whoever holds them, then who did, and nobody before the day', async () => {
      for (const q of ['giám đốc sở khoa học', 'giam doc skh']) {
        expect(await officials(q)).toEqual(['hien-nay', 'truoc-day']);
        expect(await slugsAt(q, '2014-12-31')).toEqual([]);
        expect(await slugsAt(q, '2015-01-01')).toEqual(['truoc-day']);
        expect(await slugsAt(q, day(4))).toEqual(['hien-nay', 'truoc-day']);
        expect(await slugsAt(q, day(5))).toEqual(['sap-toi', 'hien-nay', 'truoc-day']);
      }
      const { meta } = await find('giám đốc sở khoa học', 'en');
      expect(meta.types).toContainEqual({ type: 'official', count: 2, capped: false });
      expect(await officials('ông sap toi')).toEqual(['sap-toi']);
      const excerpts = (await find('giám đốc sở khoa học')).data.map(({ html }) => html);
      expect(excerpts.slice(0, 2)).toEqual(['', '<mark>Giám đốc Sở Khoa học</mark>']);
      expect(await suggested('giám đốc sở kho')).toMatchObject([{ text: 'Ông hien-nay, Giám đốc' }]);
    });

    it('follow their titles, their agencies and their ends, whatever writes', async () => {
      await write.article({ title: 'Giám đốc Sở Khoa học dự khai giảng', slug: 'khai-giang', ...published });
      expect((await slugs('giám đốc sở khoa học'))[0]).toBe('hien-nay');
      await newsroom.sql(`UPDATE positions SET title = 'Viện trưởng' WHERE document_id = $1`, [ids.position]);
      await newsroom.sql(`UPDATE agencies SET name = 'Viện Khoa học' WHERE document_id = $1`, [ids.agency]);
      expect((await officials('viện trưởng viện khoa học'))[0]).toBe('hien-nay');
      expect(await slugs('"giám đốc sở khoa học"')).toEqual(['khai-giang']);
      await newsroom.strapi.documents('plugin::directory.appointment').delete({ documentId: ids.present });
      expect(await officials('viện trưởng viện khoa học')).toEqual(['truoc-day']);
    });

    it('follow an agency that is renamed while somebody is appointed there', async () => {
      const { documentId } = await write.official({ name: 'Bà vừa nhận chức', slug: 'vua-nhan' });
      await newsroom.sql('BEGIN');
      await newsroom.sql(`UPDATE agencies SET name = 'Viện Công nghệ' WHERE document_id = $1`, [ids.agency]);
      const appointed = write.appointment({ official: documentId, position: ids.position, from: day(-1) });
      await new Promise((resolve) => setTimeout(resolve, 500));
      await newsroom.sql('COMMIT');
      await appointed;
      expect((await officials('viện trưởng viện công nghệ'))[0]).toBe('vua-nhan');
    });
  });

  it('follows what is written past the newsroom', async () => {
    await write.article({ title: 'Ghi thẳng', slug: 'ghi-thang', ...published });
    await newsroom.sql(
      `UPDATE articles SET title = 'Cá voi xanh' WHERE slug = 'ghi-thang' AND published_at IS NOT NULL`,
    );
    expect(await slugs('ca voi xanh')).toEqual(['ghi-thang']);
    await newsroom.sql(
      `UPDATE articles SET expires_on = now() AT TIME ZONE 'UTC' WHERE slug = 'ghi-thang' AND published_at IS NOT NULL`,
    );
    expect(await slugs('ca voi xanh')).toEqual([]);
    await newsroom.sql(`DELETE FROM articles WHERE slug = 'ghi-thang'`);
    expect(await newsroom.sql(`SELECT FROM portal_search.documents WHERE names LIKE '%cá voi xanh%'`)).toEqual([]);
  });

  it('is compared and rebuilt while it is read', async () => {
    const { documentId } = await write.article({ title: 'Kiểm tra chỉ mục', slug: 'chi-muc' });
    await newsroom.sql(`UPDATE portal_search.documents SET terms = 'sai', source_id = 0 WHERE document_id = $1`, [
      documentId,
    ]);
    await newsroom.sql(`DELETE FROM portal_search.documents WHERE type = 'agency'`);
    await newsroom.sql(
      `INSERT INTO portal_search.documents (type, document_id, locale, source_id, slice, public_from, public_until, names,
           flat_names, checksum, terms)
         VALUES ('article', 'thua', 'vi', 0, 0, '-infinity', 'infinity', '|', '|', '', '')`,
    );
    const problems = await verify();
    expect(problems).toEqual(
      expect.arrayContaining([
        `article: stale ${documentId} vi`,
        'article: surplus thua vi',
        expect.stringMatching(/^agency: missing /),
      ]),
    );
    const read: Record<string, number> = {};
    await maintenance().rebuild((type, done) => (read[type] = done));
    expect(read).toMatchObject({ article: expect.any(Number), agency: expect.any(Number) });
    expect(await slugs('kiem tra chi muc')).toEqual(['chi-muc']);
  });

  it('is read in at the start where it was published before, and dropped where its plugin is gone', async () => {
    await write.official({ name: 'Người có từ trước', slug: 'tu-truoc' });
    await newsroom.sql(`DELETE FROM portal_search.filled_types WHERE type = 'official'`);
    await newsroom.sql(`DELETE FROM portal_search.documents WHERE type = 'official'`);
    await newsroom.sql(`UPDATE portal_search.documents SET type = 'bulletin' WHERE document_id = 'khong-co'`);
    await newsroom.sql(`INSERT INTO portal_search.filled_types VALUES ('bulletin', 1)`);
    await maintenance().fill();
    expect(await slugs('nguoi co tu truoc')).toEqual(['tu-truoc']);
    expect(await newsroom.sql(`SELECT type FROM portal_search.filled_types WHERE type = 'bulletin'`)).toEqual([]);
  });

  it.each([
    ['words that are all different', Array.from({ length: 60_000 }, (_, at) => `ằẵ${at.toString(36)}`).join(' ')],
    ['one endless word', 'ẵ'.repeat(300_000)],
    ['digits in groups', '1.000.'.repeat(50_000)],
    ['combining marks', `a${'\u0301'.repeat(100_000)}`],
  ])('takes a text of %s', async (_, text) => {
    await write.article({ title: 'Văn bản rất dài', slug: 'rat-dai', summary: text.slice(0, 20_000) });
    const startedAt = performance.now();
    await newsroom.sql(`UPDATE articles SET body_text = $1 WHERE slug = 'rat-dai' AND published_at IS NOT NULL`, [
      text,
    ]);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect(await slugs('van ban rat dai')).toContain('rat-dai');
    await newsroom.sql(`DELETE FROM articles WHERE slug = 'rat-dai'`);
  });
});
